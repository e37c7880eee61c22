import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { inOrg } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { getEngine } from "@/server/engines";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { correct, hold, payingOrg, spent, theDay } from "./testing/day-of-spending";

const CONNECTIONS = 32;
const { inspect } = testDatabase({ max: CONNECTIONS });

const CALLS = slice(400, 20_000);
const FITS = CALLS / 2;
const { estimateMicros } = getEngine("chatgpt");
/** Room for FITS calls, and for all but one micro of another. */
const CEILING = (FITS + 1) * estimateMicros - 1;

let orgs: OrgId[] = [];
beforeAll(async () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  vi.stubEnv("CHATGPT_DAILY_CEILING_USD", String(CEILING / 1_000_000));
  orgs = await Promise.all(Array.from({ length: 8 }, payingOrg));
});
beforeEach(() => inspect("truncate ops.spend"));
afterAll(() => vi.unstubAllEnvs());

/** Every call from CONNECTIONS workers at a time, spread over the orgs; what `attempt` returned for each. */
async function race<T>(calls: number, attempt: (orgId: OrgId, index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const worker = async () => {
    for (let index = next++; index < calls; index = next++) {
      const orgId = orgs[index % orgs.length];
      if (orgId) results.push(await attempt(orgId, index));
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return results;
}

test(
  `${CALLS} calls on ${CONNECTIONS} connections: exactly the ${FITS} that fit are held`,
  async () => {
    const refusals = await race(CALLS, (orgId) => hold(orgId, "chatgpt"));
    const held = refusals.filter((words) => words === null).length;
    expect(held).toBe(FITS);
    expect(await spent(inspect, "engine:chatgpt")).toBe(FITS * estimateMicros);
    const perOrg = await Promise.all(orgs.map((orgId) => spent(inspect, `org:${orgId}`)));
    expect(perOrg.reduce((sum, micros) => sum + micros, 0)).toBe(FITS * estimateMicros);
    report(
      "ceiling",
      `${CALLS} calls on ${CONNECTIONS} connections: ${held} held, ${FITS} fit, 0 above the ceiling`,
    );
  },
  slice(60_000, 600_000),
);

test(
  "calls that are corrected meanwhile never bring it above the ceiling, and leave what they cost",
  async () => {
    let state = seedFor("ceiling", `${CALLS} calls with random costs`);
    const upTo = (most: number) => {
      state = (state * 48_271) % 2_147_483_647;
      return state % (most + 1);
    };
    await hold(await payingOrg(), "chatgpt");
    const day = await theDay(inspect);
    let paid = estimateMicros;
    let refused = 0;
    let highest = 0;
    await race(CALLS, async (orgId, index) => {
      if ((await hold(orgId, "chatgpt")) !== null) {
        refused += 1;
        return;
      }
      // Some are lost in flight, some fail for free, the others answer.
      const cost = index % 7 === 0 ? null : index % 5 === 0 ? 0 : estimateMicros - upTo(estimateMicros / 2);
      unwrap(await correct(orgId, { engineId: "chatgpt", micros: estimateMicros, day }, cost));
      paid += cost ?? estimateMicros;
      if (index % 20 === 0) highest = Math.max(highest, await spent(inspect, "engine:chatgpt"));
    });
    expect(refused).toBeGreaterThan(0);
    expect(highest).toBeGreaterThan(CEILING * 0.9);
    expect(highest).toBeLessThanOrEqual(CEILING);
    expect(await spent(inspect, "engine:chatgpt")).toBe(paid);
    report(
      "ceiling",
      `${CALLS} calls corrected in flight: at most ${highest} of ${CEILING} micros, sum exact`,
    );
  },
  slice(60_000, 600_000),
);

test("control: reading the sum and then writing it spends above the ceiling", async () => {
  const scope = "engine:control";
  const ceiling = 20 * estimateMicros;
  await inspect("insert into ops.spend (scope, day, micros) values ($1, current_date, 0)", [scope]);
  const held = await race(200, (orgId) =>
    inOrg(orgId, async (tx) => {
      const { rows } = await tx.execute<{ micros: string }>(
        sql`select micros from ops.spend where scope = ${scope}`,
      );
      if (Number(rows[0]?.micros) + estimateMicros > ceiling) return false;
      await tx.execute(sql`update ops.spend set micros = micros + ${estimateMicros} where scope = ${scope}`);
      return true;
    }),
  );
  expect(held.filter(Boolean).length).toBeGreaterThan(20);
  expect(await spent(inspect, scope)).toBeGreaterThan(ceiling);
});
