import { expect, test } from "vitest";
import {
  createTestOrg,
  createTestProject,
  createTestRun,
  createTestRuns,
  inOrg,
} from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { ok, unwrap } from "@/server/kernel/result";
import { expireLots } from "./expire-lots";
import { lockWallet } from "./lock-wallet";
import { openWallet } from "./open-wallet";
import { reserveCredits } from "./reserve-credits";
import { attempt, balanceOf, grant, release, reserve, underIsolation } from "./testing/in-org";
import { writeCheckpoint } from "./write-checkpoint";

const { inspect } = testDatabase({ max: 16 });

test.each(["repeatable read", "serializable"] as const)(
  "under %s the wallet can't be locked",
  async (isolation) => {
    const orgId = await createTestOrg({ credits: 100 });
    const { runId } = await createTestRun(orgId, await createTestProject(orgId));
    const reserved = underIsolation(orgId, isolation, (tx) => reserveCredits(tx, { runId, amount: 10 }));
    await expect(reserved).rejects.toThrow(`can't be locked under ${isolation}`);
    expect((await balanceOf(orgId)).balance).toBe(100);
  },
);

test("whoever writes entries or checkpoints waits for the lock, comes back as busy, and has written nothing", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const [first, second] = await createTestRuns(orgId, await createTestProject(orgId), 2);
  if (!first || !second) throw new Error("the scene has no runs");
  const reservationId = unwrap(await reserve(orgId, first, 10));
  const refused = await inOrg(orgId, async (holder) => {
    await lockWallet(holder);
    return Promise.all([
      reserve(orgId, second, 10),
      release(orgId, reservationId),
      grant(orgId, 10),
      attempt(orgId, async (tx) => ok(await expireLots(tx))),
      attempt(orgId, async (tx) => ok(await writeCheckpoint(tx))),
    ]);
  });
  expect(refused.map((result) => (result.ok ? "ok" : result.error.code))).toEqual(Array(5).fill("busy"));
  expect((await balanceOf(orgId)).balance).toBe(90);
});

test("the lock of one wallet keeps nobody from another's", async () => {
  const [held, free] = [await createTestOrg({ credits: 100 }), await createTestOrg({ credits: 100 })];
  const { runId } = await createTestRun(free, await createTestProject(free));
  await inOrg(held, async (holder) => {
    await lockWallet(holder);
    unwrap(await reserve(free, runId, 10));
  });
  expect((await balanceOf(free)).balance).toBe(90);
});

test("an org without a wallet can't be locked; a wallet opened twice is one", async () => {
  const orgId = await createTestOrg();
  await inOrg(orgId, openWallet);
  expect(await inspect("select from credits.wallet where org_id = $1", [orgId])).toHaveLength(1);
  await inspect("delete from credits.wallet where org_id = $1", [orgId]);
  await expect(inOrg(orgId, lockWallet)).rejects.toThrow("no wallet");
  await inOrg(orgId, openWallet);
  await expect(inOrg(orgId, lockWallet)).resolves.toBeUndefined();
});

test("checkpoints written beside reserves, releases and grants lose nothing", async () => {
  const orgId = await createTestOrg({ credits: 10_000 });
  const runIds = await createTestRuns(orgId, await createTestProject(orgId), 120);
  let checkpoints = 0;
  const work = runIds.map(async (runId, index) => {
    const reservationId = unwrap(await reserve(orgId, runId, 10));
    if (index % 3 === 0) await release(orgId, reservationId);
    if (index % 10 === 0) await grant(orgId, 7);
    if (index % 4 !== 0) return;
    await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx)));
    checkpoints += 1;
  });
  await Promise.all(work);
  const { balance } = await balanceOf(orgId);
  expect(checkpoints).toBe(30);
  expect(balance).toBe(10_000 - 80 * 10 + 12 * 7);
  const [sum] = await inspect("select sum(amount)::int as sum from credits.entry where org_id = $1", [orgId]);
  expect(sum).toEqual({ sum: balance });
});

test("control: a checkpoint written without the lock loses the entry that was in flight", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const [runId] = await createTestRuns(orgId, await createTestProject(orgId), 1);
  const [lot] = (await balanceOf(orgId)).lots;
  if (!lot || !runId) throw new Error("the scene has no lot or no run");
  await inOrg(orgId, async (inFlight) => {
    unwrap(await reserveCredits(inFlight, { runId, amount: 30 }));
    // Somebody writes an entry and a checkpoint meanwhile and asks for no lock.
    await inspect(
      `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
       values ($1, $2, -5, 'adjust', 'adjust:test', 'test', 'test', 'test')`,
      [orgId, lot.lotId],
    );
    await inspect(
      `insert into credits.checkpoint (org_id, upto_id, lot_id, balance)
       select org_id, max(id), lot_id, sum(amount) from credits.entry where org_id = $1 group by 1, 3`,
      [orgId],
    );
  });
  expect((await balanceOf(orgId)).balance).toBe(95);
  await inspect(
    "begin; set local session_replication_role = replica; delete from credits.checkpoint; commit",
  );
  expect((await balanceOf(orgId)).balance).toBe(65);
});
