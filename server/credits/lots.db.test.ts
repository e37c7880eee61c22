import { expect, test } from "vitest";
import { createTestOrg, createTestProject, createTestRun, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { newId, type OrgId, type ReservationId, type RunId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { expireLots } from "./expire-lots";
import { readBalance } from "./read-balance";
import { attempt, balanceOf, grant, release, reserve, settle } from "./testing/in-org";
import { writeCheckpoint } from "./write-checkpoint";

const { inspect } = testDatabase();

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
const lotOf = async (granted: ReturnType<typeof grant>) => unwrap(await granted).lotId;
const expire = async (orgId: OrgId) => unwrap(await attempt(orgId, async (tx) => ok(await expireLots(tx))));
const runOf = async (orgId: OrgId) => createTestRun(orgId, await createTestProject(orgId));
const age = (lotId: string) =>
  inspect("update credits.lot set expires_at = clock_timestamp() - interval '1 second' where id = $1", [
    lotId,
  ]);

async function remainders(orgId: OrgId): Promise<Record<string, number>> {
  return Object.fromEntries((await balanceOf(orgId)).lots.map((lot) => [lot.lotId, lot.remainder]));
}

async function reserved(orgId: OrgId, amount: number): Promise<{ runId: RunId; id: ReservationId }> {
  const { runId } = await runOf(orgId);
  return { runId, id: unwrap(await reserve(orgId, runId, amount)) };
}

test("a grant opens a lot; the same key again changes nothing, whatever it says", async () => {
  const orgId = await createTestOrg();
  const first = unwrap(await grant(orgId, 50, null, "grant:invoice:1"));
  const again = unwrap(await grant(orgId, 70, inDays(3), "grant:invoice:1"));
  expect(first.created).toBe(true);
  expect(again).toEqual({ lotId: first.lotId, created: false });
  expect(await remainders(orgId)).toEqual({ [first.lotId]: 50 });
});

test("the same grant eight times at once opens one lot", async () => {
  const orgId = await createTestOrg();
  const all = await Promise.all(Array.from({ length: 8 }, () => grant(orgId, 50, null, "topup:session-1")));
  expect(all.filter((result) => unwrap(result).created)).toHaveLength(1);
  expect((await balanceOf(orgId)).balance).toBe(50);
});

test("two orgs may claim the same key", async () => {
  const [one, other] = [await createTestOrg(), await createTestOrg()];
  expect(unwrap(await grant(one, 5, null, "grant:2026-11")).created).toBe(true);
  expect(unwrap(await grant(other, 5, null, "grant:2026-11")).created).toBe(true);
});

test.each([0, -5, 0.5, Number.POSITIVE_INFINITY])("a grant of %d is refused", async (amount) => {
  const orgId = await createTestOrg();
  expect(await grant(orgId, amount)).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  expect((await balanceOf(orgId)).lots).toEqual([]);
});

test("the lot that expires first is spent first, the one that never expires last", async () => {
  const orgId = await createTestOrg();
  const never = await lotOf(grant(orgId, 10, null));
  const late = await lotOf(grant(orgId, 10, inDays(20)));
  const soon = await lotOf(grant(orgId, 10, inDays(2)));
  const { id } = await reserved(orgId, 25);
  expect(await remainders(orgId)).toEqual({ [soon]: 0, [late]: 0, [never]: 5 });
  const entries = await inspect(
    "select lot_id, amount::int from credits.entry where reservation_id = $1 order by id",
    [id],
  );
  expect(entries).toEqual([
    { lot_id: soon, amount: -10 },
    { lot_id: late, amount: -10 },
    { lot_id: never, amount: -5 },
  ]);
});

test("what is released goes back to the lots that were touched last, first", async () => {
  const orgId = await createTestOrg();
  const late = await lotOf(grant(orgId, 10, inDays(20)));
  const soon = await lotOf(grant(orgId, 10, inDays(2)));
  const { runId, askIds } = await runOf(orgId);
  const reservationId = unwrap(await reserve(orgId, runId, 15));
  unwrap(await settle(orgId, reservationId, askIds[0] ?? newId(), 8));
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 7 });
  expect(await remainders(orgId)).toEqual({ [soon]: 2, [late]: 10 });
});

test("a lot past its expiry pays for nothing, swept or not", async () => {
  const orgId = await createTestOrg();
  const soon = await lotOf(grant(orgId, 10, inDays(2)));
  await grant(orgId, 10, null);
  await age(soon);
  expect(await balanceOf(orgId)).toMatchObject({ balance: 20, available: 10 });
  expect(await reserve(orgId, (await runOf(orgId)).runId, 11)).toMatchObject({
    ok: false,
    error: { code: "insufficient_credits", details: { needed: 11, available: 10 } },
  });
  expect(await expire(orgId)).toEqual({ lots: 1, expired: 10 });
  expect(await expire(orgId)).toEqual({ lots: 0, expired: 0 });
  expect(await balanceOf(orgId)).toMatchObject({ balance: 10, available: 10 });
});

test("what is released after its lot's expiry expires again in the same transaction", async () => {
  const orgId = await createTestOrg();
  const soon = await lotOf(grant(orgId, 10, inDays(2)));
  const never = await lotOf(grant(orgId, 10, null));
  const { id: reservationId } = await reserved(orgId, 14);
  await age(soon);
  expect(await expire(orgId)).toEqual({ lots: 0, expired: 0 });
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 14 });
  expect(await remainders(orgId)).toEqual({ [soon]: 0, [never]: 10 });
  const last = await inspect(
    "select kind, amount::int, idem_key from credits.entry where org_id = $1 order by id desc limit 3",
    [orgId],
  );
  expect(last.toReversed()).toEqual([
    { kind: "release", amount: 4, idem_key: `release:${reservationId}:${never}` },
    { kind: "release", amount: 10, idem_key: `release:${reservationId}:${soon}` },
    { kind: "expire", amount: -10, idem_key: `expire:${soon}:${reservationId}` },
  ]);
  expect(await expire(orgId)).toEqual({ lots: 0, expired: 0 });
});

test("a lot that was swept can be expired again when something comes back to it", async () => {
  const orgId = await createTestOrg();
  const soon = await lotOf(grant(orgId, 10, inDays(2)));
  await age(soon);
  expect(await expire(orgId)).toEqual({ lots: 1, expired: 10 });
  await inspect(
    `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
     values ($1, $2, 4, 'dispute_release', 'dispute:1', 'test', 'test', 'test')`,
    [orgId, soon],
  );
  expect(await expire(orgId)).toEqual({ lots: 1, expired: 4 });
  expect((await balanceOf(orgId)).balance).toBe(0);
});

test("deleting checkpoints, all of them or any one row, changes no balance and no lot", async () => {
  const orgId = await createTestOrg();
  for (const days of [9, 3, null, 6]) await grant(orgId, 40, days === null ? null : inDays(days));
  const { id } = await reserved(orgId, 70);
  await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx)));
  await reserved(orgId, 20);
  await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx)));
  unwrap(await release(orgId, id));
  const before = await remainders(orgId);
  const rows = await inspect("select upto_id, lot_id from credits.checkpoint where org_id = $1", [orgId]);
  expect(rows.length).toBeGreaterThanOrEqual(12);
  for (const { upto_id, lot_id } of rows) {
    await inspect(
      `begin; set local session_replication_role = replica;
       delete from credits.checkpoint where upto_id = ${Number(upto_id)} and lot_id = '${String(lot_id)}'; commit`,
    );
    expect(await remainders(orgId)).toEqual(before);
  }
  expect(await inspect("select from credits.checkpoint where org_id = $1", [orgId])).toEqual([]);
  expect((await balanceOf(orgId)).balance).toBe(4 * 40 - 20);
});

test("a reserve writes the checkpoint itself once the tail has grown to a hundred entries", async () => {
  const orgId = await createTestOrg({ credits: 1_000 });
  for (let index = 0; index < 60; index += 1) {
    const { id } = await reserved(orgId, 10);
    await release(orgId, id);
  }
  const [lot] = (await balanceOf(orgId)).lots;
  expect(lot?.remainder).toBe(1_000);
  expect(lot?.tail).toBeLessThan(100);
  expect(await inspect("select from credits.checkpoint where org_id = $1", [orgId])).toHaveLength(1);
});

test("a balance over 20,000 entries reads the few that are younger than the checkpoint", async () => {
  const orgId = await createTestOrg({ credits: 100_000 });
  await inspect(
    `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
     select org_id, id, -1, 'adjust', 'adjust:' || i, 'test', 'test', 'test'
     from credits.lot, generate_series(1, 20000) i where org_id = $1`,
    [orgId],
  );
  await inspect("analyze credits.entry, credits.lot, credits.checkpoint");
  expect((await entriesRead(orgId)).read).toBeGreaterThanOrEqual(20_000);
  await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx)));
  await reserved(orgId, 10);
  expect(await entriesRead(orgId)).toEqual({ balance: 79_990, read: 1 });
});

/** The balance, and how many rows of the ledger Postgres looked at for it. */
async function entriesRead(orgId: OrgId): Promise<{ balance: number; read: number }> {
  return inOrg(orgId, async (tx) => {
    // Counts of this connection since it last reported them, which it never does inside a transaction.
    const count = async () => {
      const { rows } = await tx.execute<{ read: string }>(
        `select pg_stat_get_xact_tuples_returned('credits.entry'::regclass)
           + pg_stat_get_xact_tuples_fetched('credits.entry'::regclass) as read`,
      );
      return Number(rows[0]?.read);
    };
    const before = await count();
    const { balance } = await readBalance(tx);
    return { balance, read: (await count()) - before };
  });
}
