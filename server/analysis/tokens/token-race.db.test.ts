import { sql } from "drizzle-orm";
import { beforeEach, expect, inject, test } from "vitest";
import { tokenHold } from "@/db/schema";
import { asOrg, createTestOrg, inOrg } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { newId, type OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { holdTokens, type TokenHold } from "./hold-tokens";
import { readMonth } from "./month-row";
import { settleTokens } from "./settle-tokens";

const CONNECTIONS = 32;
testDatabase({ max: CONNECTIONS });
/** The free plan's. */
const ALLOWANCE = 200_000;
const CALL = 4_000;
const ROUNDS = slice(inject("driver") === "neon" ? 1 : 3, 160);
const ATTEMPTS = 320;

let orgId: OrgId;
beforeEach(async () => {
  orgId = await createTestOrg();
});

/** ATTEMPTS calls of one org, CONNECTIONS at a time: how many were held. */
async function race(attempt: (index: number) => Promise<boolean>): Promise<number> {
  let [next, held] = [0, 0];
  const worker = async () => {
    for (let index = next++; index < ATTEMPTS; index = next++) if (await attempt(index)) held += 1;
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return held;
}

const hold = () => asOrg(orgId, async () => unwrap(await holdTokens(CALL)));
const settle = (held: TokenHold, used: number | null) =>
  asOrg(orgId, async () => unwrap(await settleTokens(held, used)));
const month = () => inOrg(orgId, (tx) => readMonth(tx, null));

test(
  `${ROUNDS * ATTEMPTS} calls on ${CONNECTIONS} connections hold exactly what fits`,
  async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      orgId = await createTestOrg();
      expect(await race(async () => (await hold()) !== null)).toBe(ALLOWANCE / CALL);
      expect(await month()).toMatchObject({ allowance: ALLOWANCE, used: 0, held: ALLOWANCE });
    }
    report(
      "analysis",
      `${ROUNDS * ATTEMPTS} holds on ${CONNECTIONS} connections, 0 tokens above the allowance`,
    );
  },
  slice(60_000, 1_800_000),
);

test("calls that are settled meanwhile leave exactly what they used, and never more than the allowance", async () => {
  let state = seedFor("analysis", "calls settled in flight");
  const random = (most: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % most;
  };
  let [used, refused, highest] = [0, 0, 0];
  await race(async (index) => {
    const held = await hold();
    if (held === null) {
      refused += 1;
      return false;
    }
    // Some endpoints don't say what they used, some calls never arrived.
    const told = index % 9 === 0 ? null : index % 7 === 0 ? 0 : 1_000 + random(CALL - 1_000);
    await settle(held, told);
    used += told ?? CALL;
    if (index % 20 === 0) {
      const now = await month();
      highest = Math.max(highest, now.used + now.held);
    }
    return true;
  });
  expect(refused).toBeGreaterThan(0);
  expect(highest).toBeLessThanOrEqual(ALLOWANCE);
  expect(await month()).toMatchObject({ used, held: 0 });
  expect(used).toBeGreaterThan(ALLOWANCE - 2 * CALL);
  expect(used).toBeLessThanOrEqual(ALLOWANCE);
});

test("control: the same sum without the lock holds more than there is", async () => {
  const unlocked = () =>
    inOrg(orgId, async (tx) => {
      const { allowance, used, held, month } = await readMonth(tx, null);
      if (used + held + CALL > allowance) return false;
      const endsAt = sql`clock_timestamp() + interval '10 minutes'`;
      await tx.insert(tokenHold).values({ orgId, id: newId<string>(), month, tokens: CALL, endsAt });
      return true;
    });
  expect(await race(unlocked)).toBeGreaterThan(ALLOWANCE / CALL);
  expect((await month()).held).toBeGreaterThan(ALLOWANCE);
});
