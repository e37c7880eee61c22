import { beforeEach, expect, test } from "vitest";
import { subscription } from "@/db/schema";
import { asOrg, createTestOrg, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { underIsolation } from "@/server/credits/testing/in-org";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { holdTokens, type TokenHold } from "./hold-tokens";
import { lockMonth, readMonth } from "./month-row";
import { releaseHolds } from "./release-holds";
import { settleTokens } from "./settle-tokens";

const { inspect } = testDatabase();
const ALLOWANCE = 200_000;

let orgId: OrgId;
beforeEach(async () => {
  orgId = await createTestOrg();
});

const hold = (tokens: number) => asOrg(orgId, async () => unwrap(await holdTokens(tokens)));
const settle = (held: TokenHold, used: number | null) =>
  asOrg(orgId, async () => unwrap(await settleTokens(held, used)));
const month = () => inOrg(orgId, (tx) => readMonth(tx, null));

async function held(tokens: number): Promise<TokenHold> {
  const given = await hold(tokens);
  if (given === null) throw new Error("there was no room");
  return given;
}

test("a call that fits exactly is held, and one token more is not", async () => {
  expect(await hold(ALLOWANCE + 1)).toBeNull();
  expect(await hold(ALLOWANCE)).not.toBeNull();
  expect(await hold(1)).toBeNull();
});

test("what a call used takes the place of what it held; what it doesn't say stays as it was held", async () => {
  await settle(await held(5_000), 700);
  await settle(await held(5_000), null);
  await settle(await held(5_000), 0);
  await settle(await held(5_000), 9_000);
  expect(await month()).toMatchObject({ used: 14_700, held: 0, calls: 4 });
});

test("a hold ends once: settled twice it counts once", async () => {
  const first = await held(5_000);
  await settle(first, 700);
  await settle(first, 700);
  expect(await month()).toMatchObject({ used: 700, held: 0, calls: 1 });
});

test("a call is settled in the month in which it was held, and a new month begins with nothing used", async () => {
  const december = { ...(await held(ALLOWANCE)), month: "2025-12-01" };
  await inspect("update insight.token_hold set month = $2 where org_id = $1", [orgId, december.month]);
  await settle(december, 150_000);
  expect(await month()).toMatchObject({ used: 0, held: 0 });
  const rows = await inspect("select tokens::int from insight.token_month where org_id = $1 and month = $2", [
    orgId,
    december.month,
  ]);
  expect(rows).toEqual([{ tokens: 150_000 }]);
});

test("the hold of a process that died counts for nothing once it ended, and is released", async () => {
  const lost = await held(ALLOWANCE);
  expect(await hold(1)).toBeNull();
  await inspect("update insight.token_hold set ends_at = now() - interval '1 second' where org_id = $1", [
    orgId,
  ]);
  expect(await hold(1_000)).not.toBeNull();
  expect(await asOrg(orgId, async () => unwrap(await releaseHolds()))).toEqual({ released: 1 });
  await settle(lost, 100);
  expect(await month()).toMatchObject({ used: 0, held: 1_000 });
});

test("a hold of a call in flight is never released, nor by a person", async () => {
  await held(1_000);
  expect(await asOrg(orgId, async () => unwrap(await releaseHolds()))).toEqual({ released: 0 });
  const person = {
    kind: "user" as const,
    userId: "0198e5a0-0000-7000-8000-000000000001" as never,
    role: "owner" as const,
  };
  expect(await asOrg(orgId, releaseHolds, person)).toMatchObject({ ok: false, error: { code: "forbidden" } });
});

test("the allowance is the plan's, and one org's use is not another's", async () => {
  await held(ALLOWANCE);
  const other = await createTestOrg();
  await inOrg(other, (tx) => tx.insert(subscription).values({ orgId: other, planId: "team" }));
  expect(await inOrg(other, (tx) => readMonth(tx, null))).toMatchObject({ allowance: 12_000_000, held: 0 });
});

test("a sum that would be read in an older snapshot than the lock is refused", async () => {
  const locked = underIsolation(orgId, "repeatable read", (tx) => lockMonth(tx, null));
  await expect(locked).rejects.toThrow(/can't be held under repeatable read/);
});
