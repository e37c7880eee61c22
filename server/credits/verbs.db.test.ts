import { expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { expireOrgLots, getBalance, grantCreditsToOrg, listEntries } from "./index";

const { inspect } = testDatabase();

const CRON: Actor = { kind: "system", job: "monthly-grants" };
const OWNER: Actor = { kind: "user", userId: newId<UserId>(), role: "owner" };
const KEY: Actor = { kind: "api_key", apiKeyId: "key-1", role: "admin" };

const grantAs = (orgId: OrgId, actor: Actor, amount: number, period = "2026-11") =>
  asOrg(
    orgId,
    () =>
      grantCreditsToOrg({
        amount,
        source: "grant",
        idemKey: `grant:${orgId}:${period}`,
        expiresAt: null,
        ref: { type: "plan", id: "free" },
      }),
    actor,
  );

test("the monthly grant is made once, and its audit row stands beside it once", async () => {
  const orgId = await createTestOrg();
  const first = unwrap(await grantAs(orgId, CRON, 200));
  expect(unwrap(await grantAs(orgId, CRON, 200))).toEqual({ lotId: first.lotId, created: false });
  const audit = await inspect("select actor, action, subject_id from ops.audit_log where org_id = $1", [
    orgId,
  ]);
  expect(audit).toEqual([
    { actor: "system:monthly-grants", action: "credits.grant", subject_id: first.lotId },
  ]);
  expect(unwrap(await asOrg(orgId, getBalance))).toEqual({
    balance: 200,
    available: 200,
    lots: [{ lotId: first.lotId, source: "grant", remainder: 200, expiresAt: null }],
  });
});

test.each([OWNER, KEY])("nobody grants credits to their own org, nor expires them ($kind)", async (actor) => {
  const orgId = await createTestOrg();
  expect(await grantAs(orgId, actor, 200)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await asOrg(orgId, expireOrgLots, actor)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await inspect("select from credits.entry where org_id = $1", [orgId])).toEqual([]);
});

test.each([0, -3, 1.5, 2 ** 53])("a grant of %d is refused before the database is asked", async (amount) => {
  const orgId = await createTestOrg();
  expect(await grantAs(orgId, CRON, amount)).toMatchObject({ ok: false, error: { code: "invalid_input" } });
});

test("the expiry verb sweeps what is past its expiry, once", async () => {
  const orgId = await createTestOrg();
  unwrap(await grantAs(orgId, CRON, 200));
  await inspect("update credits.lot set expires_at = clock_timestamp() where org_id = $1", [orgId]);
  expect(unwrap(await asOrg(orgId, expireOrgLots))).toEqual({ lots: 1, expired: 200 });
  expect(unwrap(await asOrg(orgId, expireOrgLots))).toEqual({ lots: 0, expired: 0 });
  expect(unwrap(await asOrg(orgId, getBalance))).toEqual({ balance: 0, available: 0, lots: [] });
});

test("pages of the ledger hold every entry once, newest first, while new ones come in", async () => {
  const orgId = await createTestOrg();
  for (let month = 1; month <= 7; month += 1) unwrap(await grantAs(orgId, CRON, month, `2026-0${month}`));
  const amounts: number[] = [];
  let before: number | undefined;
  for (let page = 0; page < 5; page += 1) {
    const input = before === undefined ? { limit: 3 } : { limit: 3, before };
    const { entries, next } = unwrap(await asOrg(orgId, () => listEntries(input), OWNER));
    amounts.push(...entries.map((entry) => entry.amount));
    unwrap(await grantAs(orgId, CRON, 100, `late-${page}`));
    if (next === null) break;
    before = next;
  }
  expect(amounts).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test("an entry says why it exists and who wrote it; another org sees none of it", async () => {
  const [orgId, stranger] = [await createTestOrg(), await createTestOrg()];
  const { lotId } = unwrap(await grantAs(orgId, { kind: "webhook", source: "stripe" }, 50));
  const { entries } = unwrap(await asOrg(orgId, () => listEntries({})));
  expect(entries).toMatchObject([
    { amount: 50, kind: "grant", lotId, refType: "plan", refId: "free", actor: "webhook:stripe" },
  ]);
  expect(unwrap(await asOrg(stranger, () => listEntries({})))).toEqual({ entries: [], next: null });
});

test("a page of no entries, or of thousands, is refused", async () => {
  const orgId = await createTestOrg();
  for (const limit of [0, 201, 1.5]) {
    expect(await asOrg(orgId, () => listEntries({ limit }))).toMatchObject({
      ok: false,
      error: { code: "invalid_input" },
    });
  }
});
