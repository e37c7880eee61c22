import fc from "fast-check";
import { expect } from "vitest";
import { createTestRun, type TestProject } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import type { OrgId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { expireLots } from "../expire-lots";
import { writeCheckpoint } from "../write-checkpoint";
import { attempt, balanceOf, grant, release, reserve, settle } from "./in-org";
import { available, giveBack, type LedgerModel, type ModelRun, take } from "./ledger-model";

/** One org in the real database, seen through the slice's own parts. */
export interface Ledger {
  readonly orgId: OrgId;
  readonly project: TestProject;
  readonly inspect: TestDatabase["inspect"];
  /** What was entered by the last step, and the hash of all of it: nothing that comes later may change that. */
  prefix: { readonly uptoId: string; readonly hash: string };
  steps: number;
}

export type Command = fc.AsyncCommand<LedgerModel, Ledger>;
type Step = (model: LedgerModel, real: Ledger) => Promise<void>;

/** A step that can be taken at any time; what the ledger shows after it is what the model shows. */
export function command(name: string, step: Step): Command {
  return {
    check: () => true,
    async run(model, real) {
      await step(model, real);
      real.steps += 1;
      await expectAgreement(model, real);
    },
    toString: () => name,
  };
}

/** The balance, lot by lot, is the model's; the entries up to the last step are what they were. */
export async function expectAgreement(model: LedgerModel, real: Ledger): Promise<void> {
  const found = await balanceOf(real.orgId);
  const remainders = Object.fromEntries(found.lots.map((lot) => [lot.lotId, lot.remainder]));
  expect(remainders).toEqual(Object.fromEntries(model.lots.map((lot) => [lot.lotId, lot.remainder])));
  expect(found.available).toBe(Math.max(0, available(model)));
  const before = real.prefix;
  const { sum, prefixHash, hash, uptoId } = await readEntries(real, before.uptoId);
  expect(sum).toBe(found.balance);
  expect(prefixHash).toBe(before.hash);
  real.prefix = { uptoId, hash };
}

interface Entries {
  readonly sum: number;
  /** Of the entries up to the id asked for. */
  readonly prefixHash: string;
  /** Of all. */
  readonly hash: string;
  readonly uptoId: string;
}

/** The org's entries as they stand, past every policy. */
export async function readEntries(
  { orgId, inspect }: Pick<Ledger, "orgId" | "inspect">,
  uptoId: string,
): Promise<Entries> {
  const [row] = await inspect(
    `select coalesce(sum(amount), 0)::int as sum, coalesce(max(id), 0)::text as "uptoId",
       md5(coalesce(string_agg(e::text, '|' order by id) filter (where id <= $2), '')) as "prefixHash",
       md5(coalesce(string_agg(e::text, '|' order by id), '')) as hash
     from credits.entry e where org_id = $1`,
    [orgId, uptoId],
  );
  return {
    sum: Number(row?.sum),
    prefixHash: String(row?.prefixHash),
    hash: String(row?.hash),
    uptoId: String(row?.uptoId),
  };
}

/** What an empty ledger hashes to. */
export const NO_ENTRIES: Ledger["prefix"] = { uptoId: "0", hash: "d41d8cd98f00b204e9800998ecf8427e" };

const amount = fc.integer({ min: 1, max: 60 });
const pick = fc.nat({ max: 7 });

const grants = fc
  .record({ credits: amount, expires: fc.boolean(), key: fc.nat({ max: 11 }) })
  .map(({ credits, expires, key }) =>
    command(`grant ${credits} key ${key}${expires ? " expiring" : ""}`, async (model, { orgId }) => {
      const idemKey = `grant:${key}`;
      // Later grants expire earlier, so that the order of spending is not the order of granting.
      const days = expires ? 100 - model.lots.length : null;
      const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000);
      const { lotId, created } = unwrap(await grant(orgId, credits, expiresAt, idemKey));
      expect(created).toBe(!model.grantKeys.has(idemKey));
      if (!created) return;
      model.grantKeys.set(idemKey, credits);
      model.lots.push({
        lotId,
        grantKey: idemKey,
        granted: credits,
        clawedBack: 0,
        onHold: 0,
        expiresInDays: days,
        expired: false,
        remainder: credits,
      });
    }),
  );

const reserves = fc
  .record({ asks: fc.integer({ min: 1, max: 4 }), price: fc.integer({ min: 1, max: 15 }) })
  .map(({ asks, price }) =>
    command(`reserve ${asks} x ${price}`, async (model, { orgId, project }) => {
      const run = await createTestRun(orgId, project, { asks, creditsPerAsk: price });
      const made = await reserve(orgId, run.runId, asks * price);
      const from = take(model, asks * price);
      expect(made.ok ? "ok" : made.error.code).toBe(from ? "ok" : "insufficient_credits");
      if (!made.ok || !from) return;
      expect(unwrap(await reserve(orgId, run.runId, asks * price))).toBe(made.value);
      model.runs.push({
        runId: run.runId,
        price,
        asks: run.askIds.map((askId) => ({ askId, charged: undefined })),
        reservationId: made.value,
        from,
        released: undefined,
      });
    }),
  );

const settles = fc
  .record({ run: pick, ask: fc.nat({ max: 3 }), less: fc.boolean() })
  .map(({ run, ask, less }) =>
    command(`settle ask ${ask} of run ${run}${less ? " for less" : ""}`, async (model, { orgId }) => {
      const chosen = nth(model.runs, run);
      const answered = chosen && nth(chosen.asks, ask);
      if (!chosen || !answered) return;
      const credits = less ? Math.ceil(chosen.price / 2) : chosen.price;
      const { charged } = unwrap(await settle(orgId, chosen.reservationId, answered.askId, credits));
      if (answered.charged === undefined && chosen.released === undefined) answered.charged = credits;
      expect(charged).toBe(answered.charged ?? 0);
    }),
  );

const releases = pick.map((run) =>
  command(`release run ${run}`, async (model, { orgId }) => {
    const chosen: ModelRun | undefined = nth(model.runs, run);
    if (!chosen) return;
    const { released } = unwrap(await release(orgId, chosen.reservationId));
    chosen.released ??= giveBack(chosen);
    expect(released).toBe(chosen.released);
  }),
);

const ages = pick.map((lot) =>
  command(`lot ${lot} passes its expiry`, async (model, { inspect }) => {
    const chosen = nth(model.lots, lot);
    if (!chosen || chosen.expiresInDays === null) return;
    const past = "update credits.lot set expires_at = clock_timestamp() - interval '1 second' where id = $1";
    await inspect(past, [chosen.lotId]);
    chosen.expired = true;
  }),
);

const expires = fc.constant(
  command("expire", async (model, { orgId }) => {
    const due = model.lots.filter((lot) => lot.expired && lot.remainder > 0);
    const expired = due.reduce((sum, lot) => sum + lot.remainder, 0);
    const swept = unwrap(await attempt(orgId, async (tx) => ok(await expireLots(tx))));
    expect(swept).toEqual({ lots: due.length, expired });
    for (const lot of due) lot.remainder = 0;
  }),
);

const checkpoints = fc.constant(
  command("checkpoint", async (_model, { orgId }) => {
    unwrap(await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx))));
  }),
);

const drops = fc.boolean().map((all) =>
  command(all ? "drop checkpoints" : "drop the latest checkpoint row", async (_model, { orgId, inspect }) => {
    const which = all
      ? ""
      : "and (upto_id, lot_id) in (select upto_id, lot_id from credits.checkpoint where org_id = c.org_id order by 1 desc limit 1)";
    await inspect(
      `begin; set local session_replication_role = replica;
       delete from credits.checkpoint c where org_id = '${orgId}' ${which}; commit`,
    );
  }),
);

/** The janitor's compensation: every reservation that is open is closed, by the same verb and the same keys. */
const janitor = fc.constant(
  command("janitor", async (model, { orgId }) => {
    for (const run of model.runs) {
      if (run.released !== undefined) continue;
      run.released = giveBack(run);
      expect(unwrap(await release(orgId, run.reservationId)).released).toBe(run.released);
    }
  }),
);

/** What runs, crons and upkeep do; what billing does is in payment-commands. The ones that move credits come more often. */
export const commands = [
  grants,
  reserves,
  reserves,
  settles,
  settles,
  releases,
  ages,
  expires,
  checkpoints,
  drops,
  janitor,
];

export function nth<T>(items: readonly T[], index: number): T | undefined {
  return items.length === 0 ? undefined : items[index % items.length];
}
