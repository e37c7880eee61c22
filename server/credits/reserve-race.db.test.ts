import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import type { TenantTransaction } from "@/db/tenant";
import { createTestOrg, createTestProject, createTestRuns } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId, type RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { availableCredits } from "./plan-spending";
import { readLots } from "./read-lots";
import { attempt, balanceOf, reserve, underIsolation } from "./testing/in-org";

const CONNECTIONS = 32;
const CREDITS = 100;
const PRICE = 10;
const ATTEMPTS = 320;
// A quarter of them through the relay, where a round trip takes several times as long. In the long run 50,240 attempts.
const ROUNDS = slice(inject("driver") === "neon" ? 4 : 16, 157);
/** Without the lock the same race has to be lost at once, or it is no race. */
const SOON_MS = 5_000;

testDatabase({ max: CONNECTIONS });

type Reserve = (orgId: OrgId, runId: RunId) => Promise<Result<unknown>>;

/** One wallet of 100 credits, 320 runs that want 10 each, 32 at a time. */
async function race(reserveOne: Reserve): Promise<{ won: number; balance: number; refusals: Set<string> }> {
  const orgId = await createTestOrg({ credits: CREDITS });
  const runIds = await createTestRuns(orgId, await createTestProject(orgId), ATTEMPTS);
  const results = await Promise.all(runIds.map((runId) => reserveOne(orgId, runId)));
  const refusals = new Set(results.flatMap((result) => (result.ok ? [] : [result.error.code])));
  const won = results.filter((result) => result.ok).length;
  return { won, balance: (await balanceOf(orgId)).balance, refusals };
}

/** Races until the wallet is overspent; the balance that it then shows, or 0 when nothing was overspent in 20 races. */
async function overspend(control: string, reserveOne: Reserve): Promise<{ balance: number; soon: boolean }> {
  let raced = 0;
  for (let round = 1; round <= 20; round += 1) {
    const started = performance.now();
    const { balance } = await race(reserveOne);
    raced += performance.now() - started;
    if (balance >= 0) continue;
    report(
      "ledger",
      `control (${control}): overspent to ${balance} in race ${round}, after ${raced.toFixed(0)} ms`,
    );
    return { balance, soon: raced < SOON_MS };
  }
  return { balance: 0, soon: false };
}

test(
  `${ROUNDS * ATTEMPTS} attempts on 32 connections overspend nothing`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(await race((orgId, runId) => reserve(orgId, runId, PRICE))).toEqual({
        won: CREDITS / PRICE,
        balance: 0,
        refusals: new Set(["insufficient_credits"]),
      });
    }
    report("ledger", `${ROUNDS * ATTEMPTS} attempts on ${CONNECTIONS} connections, 0 overspent`);
  },
  slice(60_000, 3_600_000),
);

test("control: without the lock the same race overspends within five seconds", async () => {
  const withoutLock: Reserve = (orgId, runId) => attempt(orgId, (tx) => sumThenInsert(tx, orgId, runId));
  const { balance, soon } = await overspend("no lock", withoutLock);
  expect(balance).toBeLessThan(0);
  expect(soon).toBe(true);
});

test("control: lock, sum and insert as one statement overspend, without an error", async () => {
  const oneStatement: Reserve = (orgId, runId) =>
    attempt(orgId, async (tx) => {
      const { rowCount } = await tx.execute(sql`
        with held as materialized (
          select org_id from credits.wallet where org_id = ${orgId} for no key update
        ), total as materialized (
          select held.org_id, (select sum(amount) from credits.entry) as balance from held
        ), made as (
          insert into credits.reservation (org_id, id, run_id, amount)
          select org_id, ${newId()}::uuid, ${runId}::uuid, ${PRICE} from total where balance >= ${PRICE}
          returning id, run_id
        )
        insert into credits.entry (org_id, lot_id, amount, kind, idem_key, reservation_id, ref_type, ref_id, actor)
        select ${orgId}::uuid, (select id from credits.lot), ${-PRICE}::bigint, 'reserve', 'reserve:' || made.id,
          made.id, 'run', made.run_id::text, 'system:test' from made`);
      return rowCount === 1 ? ok(undefined) : refused();
    });
  expect((await overspend("one statement", oneStatement)).balance).toBeLessThan(0);
});

test("control: lock, then sum under repeatable read overspend", async () => {
  const stale: Reserve = (orgId, runId) =>
    underIsolation(
      orgId,
      "repeatable read",
      async (tx) => {
        await tx.execute(sql`select from credits.wallet where org_id = ${orgId} for no key update`);
        return sumThenInsert(tx, orgId, runId);
      },
      "commit",
    );
  expect((await overspend("repeatable read", stale)).balance).toBeLessThan(0);
});

/** What a careful programmer would write who doesn't know of the race. */
async function sumThenInsert(tx: TenantTransaction, orgId: OrgId, runId: RunId): Promise<Result<undefined>> {
  const lots = await readLots(tx);
  const [lot] = lots;
  if (!lot || availableCredits(lots) < PRICE) return refused();
  const reservationId = newId<string>();
  await tx.execute(sql`
    insert into credits.reservation (org_id, id, run_id, amount) values (${orgId}, ${reservationId}, ${runId}, ${PRICE})`);
  await tx.execute(sql`
    insert into credits.entry (org_id, lot_id, amount, kind, idem_key, reservation_id, ref_type, ref_id, actor)
    values (${orgId}, ${lot.lotId}, ${-PRICE}, 'reserve', ${`reserve:${runId}`}, ${reservationId}, 'run', ${runId}, 'test')`);
  return ok(undefined);
}

function refused(): Result<never> {
  return err(new AppError("insufficient_credits", "no"));
}
