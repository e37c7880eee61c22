import { beforeEach, expect, test } from "vitest";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { ok, unwrap } from "@/server/kernel/result";
import { CallPool } from "./call-pool";
import type { CallLimits } from "./limits-of";
import { type PoolName, refreshShare } from "./refresh-share";
import type { ShareRequest } from "./share-out";

const PROCESSES = 8;
const LIMIT = 10;
const CALLS = slice(50, 500);
const { inspect } = testDatabase({ max: PROCESSES });
/** Another pool for each test: processes look for some seconds after their last call. */
let name: PoolName;
const NO_RATE: CallLimits = { inFlight: LIMIT, perMinute: null };

beforeEach(() => {
  name = newPool();
});

const newPool = (): PoolName => ({ engineId: "chatgpt", keyOf: crypto.randomUUID() });

const processOf = (holder: string, limits = NO_RATE, refresh = refreshShare) => {
  let looks = 0;
  const mine = name;
  const pool = new CallPool({
    holder,
    limits,
    refresh(request) {
      looks += 1;
      return refresh(mine, request, limits);
    },
  });
  return { pool, looks: () => looks };
};
const look = async (request: Partial<ShareRequest> & { holder: string }, limits = NO_RATE) =>
  unwrap(await refreshShare(name, { inFlight: 0, waiting: 40, wanted: 40, unused: 0, ...request }, limits));

/** Every process makes so many calls at once; how many were in flight at most, over all of them. */
async function playCalls(pools: readonly CallPool[], calls: number): Promise<number> {
  let [now, most] = [0, 0];
  const call = async () => {
    now += 1;
    most = Math.max(most, now);
    await new Promise((resolve) => setTimeout(resolve, 4));
    now -= 1;
  };
  await Promise.all(pools.flatMap((pool) => Array.from({ length: calls }, () => pool.run(call))));
  return most;
}

test("eight processes together have no more calls in flight than one may, and look about once a second, not once a call", async () => {
  const processes = Array.from({ length: PROCESSES }, (_, index) => processOf(`p${index}`));
  const most = await playCalls(
    processes.map(({ pool }) => pool),
    CALLS,
  );
  const looks = processes.reduce((sum, each) => sum + each.looks(), 0);
  expect(most).toBeGreaterThan(LIMIT / 2);
  expect(most).toBeLessThanOrEqual(LIMIT);
  expect(looks).toBeLessThan(PROCESSES * CALLS);
  report(
    "engines",
    `${PROCESSES} processes × ${CALLS} calls at a limit of ${LIMIT}: at most ${most} in flight over all, with ${looks} looks at the pool`,
  );
}, 120_000);

test("control: when each process keeps the limit by itself, they pass it together", async () => {
  const alone = async () => ok({ share: LIMIT, permits: 0 });
  const processes = Array.from({ length: PROCESSES }, (_, index) => processOf(`p${index}`, NO_RATE, alone));
  const most = await playCalls(
    processes.map(({ pool }) => pool),
    CALLS,
  );
  expect(most).toBeGreaterThan(LIMIT);
  report("engines", `control: with a limit in each process, ${most} were in flight`);
});

test("of sixteen that look at once nobody is given what another holds, neither places nor permits", async () => {
  // A bucket of one permit, which takes more than a minute to fill again.
  const limits: CallLimits = { inFlight: LIMIT, perMinute: 1 };
  for (let round = 0; round < slice(10, 200); round += 1) {
    name = newPool();
    const granted = await Promise.all(
      Array.from({ length: 16 }, (_, index) => look({ holder: `p${index}` }, limits)),
    );
    expect(granted.reduce((sum, { share }) => sum + share, 0)).toBe(LIMIT);
    expect(granted.reduce((sum, { permits }) => sum + permits, 0)).toBe(1);
  }
});

test("a process that died keeps its share until its time is over; then the others have it", async () => {
  expect((await look({ holder: "dead" })).share).toBe(LIMIT);
  expect((await look({ holder: "living" })).share).toBe(0);
  await inspect(`update ops.call_pool set holdings =
    jsonb_set(holdings, '{dead,until}', to_jsonb(extract(epoch from clock_timestamp()) * 1000))`);
  expect((await look({ holder: "living" })).share).toBe(LIMIT);
});

test("permits come back with time, whichever process asks", async () => {
  const limits: CallLimits = { inFlight: 100, perMinute: 1 };
  expect((await look({ holder: "a" }, limits)).permits).toBe(1);
  expect((await look({ holder: "b" }, limits)).permits).toBe(0);
  await inspect("update ops.call_pool set filled_at = filled_at - interval '70 seconds'");
  expect((await look({ holder: "b" }, limits)).permits).toBe(1);
});

test("calls wait while the pool can't be reached, and go on when it can", async () => {
  let reachable = false;
  const { pool } = processOf("p", NO_RATE, (pool, request, limits) => {
    if (!reachable) throw new Error("the database is away");
    return refreshShare(pool, request, limits);
  });
  const answered: number[] = [];
  const calls = Promise.all([1, 2, 3].map((call) => pool.run(async () => answered.push(call))));
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(answered).toEqual([]);
  reachable = true;
  await calls;
  expect(answered).toEqual([1, 2, 3]);
});
