import { beforeEach, describe, expect, test, vi } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { saveEngineKey } from "@/server/engine-keys";
import { TEST_MASTER_KEYS } from "@/server/engine-keys/testing/test-master-keys";
import { EngineError, engines } from "@/server/engines";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { flushCounts } from "./count-calls";
import { getEngineStatus } from "./get-engine-status";
import { guardCall } from "./guard-call";
import { LATENCY_BOUNDS } from "./latency-bounds";
import { listEngineStates } from "./list-engine-states";
import { listEngines } from "./list-engines";

const { inspect } = testDatabase();

beforeEach(async () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  vi.stubEnv("OPENAI_API_KEY", "the-platforms-own-key-0001");
  vi.stubEnv("PERPLEXITY_API_KEY", "");
  vi.stubEnv("KEY_ENCRYPTION_KEYS", TEST_MASTER_KEYS);
  // What other files of this worker have counted and not told yet.
  await flushCounts();
  await inspect("truncate ops.engine_minute, ops.engine_health");
});

const statusOf = async (engineId: string, orgId?: OrgId) =>
  asOrg(orgId ?? (await createTestOrg()), async () => unwrap(await getEngineStatus({ engineId })));
const itemOf = async (engineId: string) =>
  (await asOrg(await createTestOrg(), async () => unwrap(await listEngines()))).engines.find(
    (engine) => engine.engineId === engineId,
  );

/** Calls that ended so many minutes ago, all answered ones within the bound of that place. */
const minute = (
  engineId: string,
  minutesAgo: number,
  counts: { answered?: number; faults?: number; place?: number },
) =>
  inspect(
    `insert into ops.engine_minute (engine_id, minute, answered, faults, limited, refused, latency)
     values ($1, now() - make_interval(mins => $2), $3, $4, 0, 0, $5)`,
    [
      engineId,
      minutesAgo,
      counts.answered ?? 0,
      counts.faults ?? 0,
      [...LATENCY_BOUNDS, 0].map((_, place) => (place === (counts.place ?? 0) ? (counts.answered ?? 0) : 0)),
    ],
  );
const health = (engineId: string, more: string) =>
  inspect(`insert into ops.engine_health (engine_id) values ($1)`, [engineId]).then(() =>
    inspect(`update ops.engine_health set ${more} where engine_id = $1`, [engineId]),
  );

describe("an engine's health", () => {
  test("is what our own calls came to: a call that is made is in it within one flush", async () => {
    await guardCall("chatgpt", async () => "an answer");
    const fault = {
      kind: "server_error",
      retryable: true,
      mayHaveBeenPaid: false,
      message: "HTTP 500",
    } as const;
    await guardCall("chatgpt", async () => {
      throw new EngineError(fault);
    }).catch(() => null);
    expect((await statusOf("chatgpt")).day).toMatchObject({ answered: 0 });
    await flushCounts();
    const status = await statusOf("chatgpt");
    expect(status.hour).toMatchObject({ answered: 1, faults: 1, limited: 0, refused: 0 });
    expect(status.day).toEqual(status.hour);
    expect(status.hour.median).toEqual({ from: 0, to: LATENCY_BOUNDS[0] });
    expect(status.lastFault).toMatchObject({ kind: "server_error" });
  });

  test("counts the last hour, the last day and each hour of it, and nothing older", async () => {
    await minute("chatgpt", 5, { answered: 3, place: 3 });
    await minute("chatgpt", 50, { answered: 1, faults: 1, place: 9 });
    await minute("chatgpt", 70, { answered: 10, place: 4 });
    await minute("chatgpt", 23 * 60 + 30, { faults: 7 });
    await minute("chatgpt", 24 * 60 + 5, { faults: 1_000 });
    await minute("perplexity", 5, { answered: 99 });
    const { hour, day, hours, lastHour } = await statusOf("chatgpt");
    expect(hour).toEqual({
      answered: 4,
      faults: 1,
      limited: 0,
      refused: 0,
      median: { from: 500, to: 1_000 },
      p95: { from: 12_000, to: 20_000 },
    });
    expect(lastHour).toEqual({ answered: 4, faults: 1, limited: 0, refused: 0 });
    expect(day).toMatchObject({ answered: 14, faults: 8, median: { from: 1_000, to: 2_000 } });
    expect(hours.map(({ hoursAgo }) => hoursAgo)).toEqual(
      Array.from({ length: 24 }, (_, index) => 23 - index),
    );
    expect([hours.at(-1)?.answered, hours.at(-2)?.answered, hours[0]?.faults]).toEqual([4, 10, 7]);
  });

  test("of an engine that nobody asked is empty, not good", async () => {
    expect(await statusOf("grok")).toMatchObject({
      hour: { answered: 0, faults: 0, median: null, p95: null },
      day: { answered: 0, median: null },
      lastFault: null,
    });
    expect(unwrap(await listEngineStates()).map(({ engineId }) => engineId)).toEqual(
      engines.map(({ id }) => id),
    );
  });

  test("is the same for every org, and for those who run the platform", async () => {
    await minute("chatgpt", 5, { answered: 3, faults: 2 });
    const [one, other] = [await statusOf("chatgpt"), await statusOf("chatgpt")];
    expect(one).toEqual(other);
    const state = unwrap(await listEngineStates()).find(({ engineId }) => engineId === "chatgpt");
    expect(state).toMatchObject({ hour: one.hour, day: one.day, breaker: "closed" });
  });
});

describe("how an engine stands", () => {
  test("is ready with a key, without one says what is missing, and with the org's own is ready for that org alone", async () => {
    expect(await itemOf("chatgpt")).toMatchObject({ standing: "ready", reason: null, ownKey: false });
    expect(await itemOf("perplexity")).toMatchObject({
      standing: "no_key",
      reason: "Perplexity has no key: set PERPLEXITY_API_KEY",
    });
    const orgId = await createTestOrg();
    const fetch = async () => new Response(null, { status: 200 });
    const key = { provider: "perplexity", secret: `own-${crypto.randomUUID()}` } as const;
    await asOrg(orgId, async () => unwrap(await saveEngineKey(key, { fetch })));
    expect(await statusOf("perplexity", orgId)).toMatchObject({ standing: "ready", ownKey: true });
    expect(await statusOf("perplexity")).toMatchObject({ standing: "no_key", ownKey: false });
  });

  test.each([
    ["state = 'open', open_until = now() + interval '1 minute'", { standing: "resting", reason: null }],
    ["state = 'half_open', probe_token = gen_random_uuid(), probe_until = now()", { standing: "trying" }],
    [
      "state = 'open', paused_reason = 'its answers are cut off', paused_at = now()",
      {
        standing: "paused",
        reason: "its answers are cut off",
      },
    ],
    ["window_faults = 9", { standing: "ready" }],
  ])("follows its breaker and its switch: %s", async (more, expected) => {
    await health("chatgpt", more);
    expect(await itemOf("chatgpt")).toMatchObject(expected);
    expect(await itemOf("claude")).toMatchObject({ standing: "no_key" });
  });

  test("says that answers are made up where a sandbox gives them", async () => {
    vi.stubEnv("ENGINE_SANDBOX_URL", "http://127.0.0.1:1");
    for (const { id } of engines) expect(await itemOf(id)).toMatchObject({ standing: "sandbox" });
  });
});

test("an engine that isn't there is not found", async () => {
  const call = getEngineStatus({ engineId: "askjeeves" });
  expect(await asOrg(await createTestOrg(), () => call)).toMatchObject({
    ok: false,
    error: { code: "not_found" },
  });
});
