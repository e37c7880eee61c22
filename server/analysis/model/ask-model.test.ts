import { afterAll, beforeAll, expect, test } from "vitest";
import { tasks } from "../registry";
import { STAND_IN_FAULTS, type StandInFault } from "../stand-in/stand-in-fault";
import { type StandIn, startStandIn } from "../stand-in/start-stand-in";
import { samples } from "../testing/samples";
import { embedText } from "./embed-text";
import type { ModelSettings } from "./model-status";

const KEY = "sk-canary-0123456789abcdef";
let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

function settings(more: Partial<ModelSettings> = {}): ModelSettings {
  const models = { small: "small-model", large: "large-model" };
  return {
    baseUrl: standIn.url,
    apiKey: KEY,
    models,
    responseFormat: "json_schema",
    timeoutMs: 30_000,
    ...more,
  };
}

/** What a model says to each task's sample. */
async function askAll(more: Partial<ModelSettings> = {}) {
  const replies = await Promise.all(samples.map((sample) => sample.ask(settings(more))));
  return replies;
}

async function askStance(more: Partial<ModelSettings> = {}) {
  const [reply] = await Promise.all(samples.slice(0, 1).map((sample) => sample.ask(settings(more))));
  return reply;
}

test("there is a sample of every task", () => {
  expect(samples.map(({ id }) => id)).toEqual(tasks.map(({ id }) => id));
});

test("every task gets an answer of its shape, with its tokens", async () => {
  standIn.setFault(null);
  for (const reply of await askAll())
    expect(reply).toMatchObject({ kind: "answer", tokens: expect.any(Number) });
});

/** What comes of each fault, whatever the task: no fault is thrown. */
const OUTCOMES: Readonly<Record<StandInFault, object>> = {
  broken_json: { kind: "invalid", problem: "it isn't JSON" },
  wrong_shape_once: { kind: "invalid" },
  wrong_shape: { kind: "invalid" },
  made_up: { kind: "answer" },
  empty_message: { kind: "invalid" },
  refusal: { kind: "invalid" },
  slow: {
    kind: "unavailable",
    words: "The analysis model gave no answer within 1 seconds",
    mayHaveBeenUsed: true,
  },
  rate_limited: {
    kind: "unavailable",
    words: "The analysis model asks to slow down (HTTP 429)",
    mayHaveBeenUsed: false,
  },
  server_error: {
    kind: "unavailable",
    words: "The analysis model failed (HTTP 500)",
    mayHaveBeenUsed: false,
  },
  gateway_timeout: { kind: "unavailable", mayHaveBeenUsed: true },
  wrong_key: {
    kind: "unavailable",
    words: "The analysis model refuses its key (HTTP 401)",
    mayHaveBeenUsed: false,
  },
  redirect: {
    kind: "unavailable",
    words: "The analysis model refuses the request (HTTP 302)",
    mayHaveBeenUsed: false,
  },
  huge_body: { kind: "unavailable", mayHaveBeenUsed: true },
  cut_body: { kind: "unavailable", mayHaveBeenUsed: true },
  not_json: { kind: "unavailable", mayHaveBeenUsed: true },
  no_choices: { kind: "unavailable", mayHaveBeenUsed: true },
  no_usage: { kind: "answer", tokens: null },
  negative_usage: { kind: "answer", tokens: null },
};

for (const fault of STAND_IN_FAULTS)
  test(`${fault}: every task hears of it in one call, and nothing is thrown`, async () => {
    standIn.setFault(fault);
    standIn.forget();
    const timeoutMs = fault === "slow" ? 1_000 : 30_000;
    for (const reply of await askAll({ timeoutMs })) expect(reply).toMatchObject(OUTCOMES[fault]);
    expect(standIn.requests).toHaveLength(samples.length);
  });

test("an endpoint that isn't there is told apart from one that broke off", async () => {
  const gone = await startStandIn();
  await gone.close();
  expect(await askStance({ baseUrl: gone.url })).toEqual({
    kind: "unavailable",
    words: "The analysis model can't be reached (ECONNREFUSED)",
    mayHaveBeenUsed: false,
  });
});

test("the key travels in its header alone, and stands in nothing that comes back", async () => {
  for (const fault of [null, ...STAND_IN_FAULTS.filter((each) => each !== "slow")]) {
    standIn.setFault(fault);
    standIn.forget();
    expect(JSON.stringify(await askStance())).not.toContain("canary");
    expect(standIn.requests.map(({ authorization }) => authorization)).toEqual([`Bearer ${KEY}`]);
    expect(standIn.requests[0]?.body).not.toContain("canary");
  }
});

test("an endpoint without a key gets none; one that only knows JSON is told no schema", async () => {
  standIn.setFault(null);
  standIn.forget();
  expect(await askStance({ apiKey: undefined, responseFormat: "json_object" })).toMatchObject({
    kind: "answer",
  });
  const [request] = standIn.requests;
  expect(request?.authorization).toBeUndefined();
  expect(JSON.parse(request?.body ?? "").response_format).toEqual({ type: "json_object" });
  standIn.forget();
  await askStance();
  expect(JSON.parse(standIn.requests[0]?.body ?? "")).toMatchObject({
    model: "small-model",
    max_tokens: 300,
    temperature: 0,
    response_format: { type: "json_schema", json_schema: { name: "stance", strict: true } },
  });
});

test("no embedding comes of a broken endpoint, and a vector of length 1 of a sound one", async () => {
  const endpoint = { baseUrl: standIn.url, apiKey: KEY, model: "embedder", timeoutMs: 30_000 };
  standIn.setFault(null);
  const vector = await embedText(endpoint, "Halvorn is fine.");
  expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1);
  for (const fault of ["slow", "rate_limited", "not_json", "server_error"] as const) {
    standIn.setFault(fault);
    const timeoutMs = fault === "slow" ? 500 : endpoint.timeoutMs;
    expect(await embedText({ ...endpoint, timeoutMs }, "Halvorn is fine.")).toBeNull();
  }
});
