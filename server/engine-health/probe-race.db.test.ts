import { beforeEach, expect, test } from "vitest";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { RULES } from "./breaker";
import { reportCall } from "./report-call";
import { takeProbe } from "./take-probe";
import { probeWithoutComparing } from "./testing/probe-without-comparing";

const RACERS = 16;
const ROUNDS = slice(60, 1_000);
const { inspect } = testDatabase({ max: RACERS });
const ENGINE = "chatgpt";

beforeEach(async () => {
  await inspect("delete from ops.engine_health");
});

/** The breaker as it is when its time has come. */
const letRest = () =>
  inspect(
    `insert into ops.engine_health (engine_id, state, open_until, openings) values ($1, 'open', now(), 1)
     on conflict (engine_id) do update set state = 'open', open_until = now(), probe_token = null, probe_until = null`,
    [ENGINE],
  );
const standing = async () => (await inspect("select * from ops.engine_health"))[0];
const race = async (take: () => Promise<string | null>) =>
  (await Promise.all(Array.from({ length: RACERS }, take))).filter((token) => token !== null);
const take = async () => unwrap(await takeProbe(ENGINE, 60_000));
const tell = async (outcome: "answered" | "fault", probe: string | null) =>
  unwrap(await reportCall(ENGINE, { outcome, probe, answeredSince: 0 }, "server_error"));

test("of sixteen connections that race for the probe of an open breaker exactly one calls, and again when it died", async () => {
  let [most, stale] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    await letRest();
    const first = await race(take);
    expect(await race(take)).toEqual([]);
    await inspect("update ops.engine_health set probe_until = now()");
    const second = await race(take);
    most = Math.max(most, first.length, second.length);
    const [dead = ""] = first;
    await tell(round % 2 === 0 ? "answered" : "fault", dead);
    expect(await standing()).toMatchObject({ state: "half_open", probe_token: second[0] });
    stale += 1;
    expect([first.length, second.length]).toEqual([1, 1]);
  }
  report(
    "engines",
    `${RACERS} connections × ${ROUNDS * 3} races for the half-open probe, ${RACERS * ROUNDS * 3} tries: at most ${most} at a time; ${stale} late results of dead probes: 0 moved the breaker`,
  );
}, 600_000);

test("control: without the comparison in the write, several call at a time", async () => {
  let most = 0;
  for (let round = 0; round < 60 && most < 2; round += 1) {
    await letRest();
    most = Math.max(most, (await race(() => probeWithoutComparing(ENGINE))).length);
  }
  expect(most).toBeGreaterThan(1);
  report("engines", `control: reading before writing let ${most} of ${RACERS} probe at a time`);
});

test("faults of many connections at once are all counted, and open the breaker once", async () => {
  await Promise.all(Array.from({ length: RULES.faults - 1 }, () => tell("fault", null)));
  expect(await standing()).toMatchObject({ state: "closed", window_faults: RULES.faults - 1 });
  await Promise.all(Array.from({ length: RACERS }, () => tell("fault", null)));
  expect(await standing()).toMatchObject({ state: "open", openings: 1, last_fault: "server_error" });
  expect(await take()).toBeNull();
});

test("a paused engine is not probed", async () => {
  await letRest();
  await inspect("update ops.engine_health set paused_reason = 'for a test', paused_at = now()");
  expect(await race(take)).toEqual([]);
});

test("the answered probe closes it for everybody", async () => {
  await letRest();
  const probe = await take();
  await tell("answered", probe);
  expect(await standing()).toMatchObject({ state: "closed", probe_token: null, openings: 0 });
  expect(await take()).toBeNull();
});
