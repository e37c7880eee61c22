import { sql } from "drizzle-orm";
import { expect, inject, test } from "vitest";
import type { TenantTransaction } from "@/db/tenant";
import { createTestOrg, createTestProject, createTestRuns } from "@/db/testing/factories";
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
// A quarter of them through the relay, where a round trip takes several times as long.
const ROUNDS = inject("driver") === "neon" ? 4 : 16;

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

/** Races until the wallet is overspent; the balance that it then shows, or 0 after `rounds` that overspent nothing. */
async function overspend(reserveOne: Reserve, rounds = 20): Promise<number> {
  for (let round = 0; round < rounds; round += 1) {
    const { balance } = await race(reserveOne);
    if (balance < 0) return balance;
  }
  return 0;
}

test(`${ROUNDS * ATTEMPTS} attempts on 32 connections overspend nothing`, async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    expect(await race((orgId, runId) => reserve(orgId, runId, PRICE))).toEqual({
      won: CREDITS / PRICE,
      balance: 0,
      refusals: new Set(["insufficient_credits"]),
    });
  }
});

test("control: without the lock the same race overspends", async () => {
  const withoutLock: Reserve = (orgId, runId) => attempt(orgId, (tx) => sumThenInsert(tx, orgId, runId));
  expect(await overspend(withoutLock)).toBeLessThan(0);
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
  expect(await overspend(oneStatement)).toBeLessThan(0);
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
  expect(await overspend(stale)).toBeLessThan(0);
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
