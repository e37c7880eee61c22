import { expect, test } from "vitest";
import { createTestOrg, createTestProject, createTestRun } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import type { OrgId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { clawBack } from "./claw-back";
import { expireLots } from "./expire-lots";
import { holdDispute } from "./hold-dispute";
import { releaseDispute } from "./release-dispute";
import { attempt, balanceOf, grant, release, reserve } from "./testing/in-org";

const { inspect } = testDatabase({ max: 16 });

const refund = (orgId: OrgId, refundId: string, credits: number, grantKey = "topup:1") =>
  attempt(orgId, (tx) => clawBack(tx, { refundId, grantKey, credits }));
const dispute = (orgId: OrgId, disputeId: string, credits: number, grantKey = "topup:1") =>
  attempt(orgId, (tx) => holdDispute(tx, { disputeId, grantKey, credits }));
const win = (orgId: OrgId, disputeId: string) => attempt(orgId, (tx) => releaseDispute(tx, { disputeId }));

async function orgWithTopUp(credits: number, expiresAt: Date | null = null): Promise<OrgId> {
  const orgId = await createTestOrg();
  unwrap(await grant(orgId, credits, expiresAt, "topup:1"));
  return orgId;
}

async function spend(orgId: OrgId, credits: number) {
  const project = await createTestProject(orgId);
  const { runId } = await createTestRun(orgId, project, { asks: 1, creditsPerAsk: credits });
  return reserve(orgId, runId, credits);
}

const entries = (orgId: OrgId) =>
  inspect("select kind, amount::int, idem_key from credits.entry where org_id = $1 order by id", [orgId]);
const remainders = async (orgId: OrgId) => (await balanceOf(orgId)).lots.map(({ remainder }) => remainder);

test("a refund takes its credits out of the lot that its payment bought, once", async () => {
  const orgId = await createTestOrg();
  await grant(orgId, 30, new Date(Date.now() + 86_400_000), "grant:other");
  await grant(orgId, 100, null, "topup:1");
  expect(unwrap(await refund(orgId, "re_1", 40))).toEqual({ taken: 40 });
  expect(unwrap(await refund(orgId, "re_1", 40))).toEqual({ taken: 40 });
  expect(unwrap(await refund(orgId, "re_1", 7))).toEqual({ taken: 40 });
  expect(unwrap(await refund(orgId, "re_2", 60))).toEqual({ taken: 60 });
  expect(await remainders(orgId)).toEqual([30, 0]);
  expect((await entries(orgId)).slice(2)).toEqual([
    { kind: "clawback", amount: -40, idem_key: "clawback:re_1" },
    { kind: "clawback", amount: -60, idem_key: "clawback:re_2" },
  ]);
});

test("what was spent already stays as the lot's debt: the balance is below zero and reserving refuses until it is covered", async () => {
  const orgId = await orgWithTopUp(100);
  unwrap(await spend(orgId, 70));
  unwrap(await refund(orgId, "re_1", 100));
  expect(await balanceOf(orgId)).toMatchObject({ balance: -70, available: 0 });
  const refused = await spend(orgId, 1);
  expect(refused.ok ? null : refused.error).toMatchObject({ code: "insufficient_credits" });
  await grant(orgId, 75, null, "topup:2");
  expect(await balanceOf(orgId)).toMatchObject({ balance: 5, available: 5 });
  expect((await spend(orgId, 6)).ok).toBe(false);
  expect((await spend(orgId, 5)).ok).toBe(true);
});

test("a run's release pays the debt of the lot that it was reserved from", async () => {
  const orgId = await orgWithTopUp(100);
  const reservationId = unwrap(await spend(orgId, 70));
  unwrap(await refund(orgId, "re_1", 100));
  expect(await remainders(orgId)).toEqual([-70]);
  unwrap(await release(orgId, reservationId));
  expect(await remainders(orgId)).toEqual([0]);
});

test("refunds of one payment never take more than it bought, however they are cut", async () => {
  const orgId = await orgWithTopUp(100);
  unwrap(await refund(orgId, "re_1", 60));
  const tooMuch = await refund(orgId, "re_2", 41);
  expect(tooMuch.ok ? null : tooMuch.error.code).toBe("conflict");
  unwrap(await refund(orgId, "re_3", 40));
  expect((await balanceOf(orgId)).balance).toBe(0);
});

test("a refund that comes before its grant is refused, and right when it comes again", async () => {
  const orgId = await createTestOrg();
  const early = await refund(orgId, "re_1", 10);
  expect(early.ok ? null : early.error.code).toBe("not_found");
  await grant(orgId, 10, null, "topup:1");
  expect(unwrap(await refund(orgId, "re_1", 10))).toEqual({ taken: 10 });
  for (const credits of [0, -1, 1.5]) {
    const wrong = await refund(orgId, "re_2", credits);
    expect(wrong.ok ? null : wrong.error.code).toBe("invalid_input");
  }
});

test("another org's payment can't be refunded", async () => {
  await orgWithTopUp(100);
  const other = await createTestOrg();
  const refused = await refund(other, "re_1", 10);
  expect(refused.ok ? null : refused.error.code).toBe("not_found");
});

test("sixteen deliveries of one refund at once take its credits once", async () => {
  const orgId = await orgWithTopUp(100);
  const taken = await Promise.all(Array.from({ length: 16 }, () => refund(orgId, "re_1", 25)));
  expect(taken.map((one) => unwrap(one).taken)).toEqual(Array.from({ length: 16 }, () => 25));
  expect(await remainders(orgId)).toEqual([75]);
});

test("an open dispute holds its credits, one that is won puts them back once, one that is lost keeps them", async () => {
  const orgId = await orgWithTopUp(100);
  unwrap(await spend(orgId, 30));
  unwrap(await dispute(orgId, "du_1", 100));
  unwrap(await dispute(orgId, "du_1", 100));
  expect(await remainders(orgId)).toEqual([-30]);
  expect(unwrap(await win(orgId, "du_1"))).toEqual({ released: 100 });
  expect(unwrap(await win(orgId, "du_1"))).toEqual({ released: 100 });
  expect(await remainders(orgId)).toEqual([70]);
  // Somebody may dispute once more what was won; lost, nothing else is written.
  unwrap(await dispute(orgId, "du_2", 100));
  expect(await remainders(orgId)).toEqual([-30]);
  const unknown = await win(orgId, "du_3");
  expect(unknown.ok ? null : unknown.error.code).toBe("not_found");
});

test("what a dispute gives back to a lot past its expiry can't be spent, and the sweep expires it", async () => {
  const orgId = await orgWithTopUp(50, new Date(Date.now() + 86_400_000));
  unwrap(await dispute(orgId, "du_1", 50));
  await inspect("update credits.lot set expires_at = clock_timestamp() where org_id = $1", [orgId]);
  unwrap(await win(orgId, "du_1"));
  expect(await balanceOf(orgId)).toMatchObject({ balance: 50, available: 0 });
  const swept = await attempt(orgId, async (tx) => ok(await expireLots(tx)));
  expect(unwrap(swept)).toEqual({ lots: 1, expired: 50 });
});
