import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askEngine } from "./ask-engine";
import { EngineError } from "./engine-error";
import { engineStatus } from "./engine-status";
import { currentPriceList } from "./price-list";
import { type Sandbox, startSandbox } from "./sandbox/start-sandbox";
import { mintedAsk } from "./testing/minted-ask";
import { retryAfter } from "./wire/http-failures";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ mode: "seeded" });
});
afterAll(() => sandbox.close());

/** What went over the wire, as an outside observer sees it. */
async function sent(engineId: string, prompt: string) {
  const requests: Request[] = [];
  const ask = mintedAsk(prompt);
  const reply = await askEngine(engineId, ask, {
    environment: { ENGINE_SANDBOX_URL: sandbox.url },
    fetch: (input, init) => {
      requests.push(new Request(input, init));
      return fetch(input, init);
    },
  });
  const [request] = requests;
  if (!request || requests.length !== 1) throw new Error(`${requests.length} requests were sent`);
  return { ask, reply, headers: request.headers, body: await request.json() };
}

const awkward = `100 % of "desks" + <b>café</b> & 🪑\n50%25 off?`;

describe("the measured request", () => {
  it("asks ChatGPT the prompt verbatim, with search at hand and nothing else said", async () => {
    const { ask, headers, body } = await sent("chatgpt", awkward);
    expect(body).toEqual({
      model: "gpt-5-mini",
      input: awkward,
      tools: [{ type: "web_search", user_location: { type: "approximate", country: "US" } }],
      include: ["web_search_call.action.sources"],
      store: false,
      metadata: { model_requested: "gpt-5-mini" },
    });
    expect(headers.get("x-client-request-id")).toBe(ask.askId);
  });

  it("asks Google AI Mode the prompt verbatim, through the vendor's decoding", async () => {
    const { ask, reply, body } = await sent("google_ai_mode", awkward);
    const [task] = JSON.parse(reply.body).tasks;
    expect(task.result[0].keyword).toBe(awkward);
    expect(body[0].keyword).not.toBe(awkward);
    expect(task.data.tag).toBe(ask.askId);
    expect(body[0]).toMatchObject({ location_code: 2840, language_code: "en" });
  });

  it("refuses before sending what Google AI Mode can't take", async () => {
    const environment = { ENGINE_SANDBOX_URL: sandbox.url };
    const long = askEngine("google_ai_mode", mintedAsk("x".repeat(701)), { environment });
    await expect(long).rejects.toThrow("at most 700 characters");
    const abroad = { ...mintedAsk("which desk?"), locale: { country: "XX", language: "en" } };
    await expect(askEngine("google_ai_mode", abroad, { environment })).rejects.toThrow(EngineError);
  });
});

describe("the sandbox as a vendor", () => {
  const responses = () => `${sandbox.url}/v1/responses`;
  const aiMode = () => `${sandbox.url}/v3/serp/google/ai_mode/live/advanced`;
  const post = (url: string, body: unknown, authorization?: string) =>
    fetch(url, {
      method: "POST",
      body: JSON.stringify(body),
      ...(authorization ? { headers: { authorization } } : {}),
    });

  it("refuses a request without a key in the vendor's own words", async () => {
    const openai = await post(responses(), { model: "gpt-5-mini", input: "hi" });
    expect(openai.status).toBe(401);
    expect(await openai.json()).toMatchObject({ error: { type: "invalid_request_error", code: null } });
    const dataForSeo = await post(aiMode(), [{ keyword: "hi" }]);
    expect(dataForSeo.status).toBe(401);
    expect(await dataForSeo.json()).toMatchObject({ status_code: 40_100, tasks: null });
  });

  it("refuses a field that the vendor doesn't have", async () => {
    const openai = await post(responses(), { model: "m", input: "hi", brand: "Halvorn" }, "Bearer k");
    expect(openai.status).toBe(400);
    expect(await openai.json()).toMatchObject({ error: { param: "brand", code: "unknown_parameter" } });
    const task = { keyword: "hi", location_code: 2840, brand: "Halvorn" };
    const basic = `Basic ${btoa("login:password")}`;
    const dataForSeo = await post(aiMode(), [task], basic);
    expect(dataForSeo.status).toBe(200);
    expect((await dataForSeo.json()).tasks[0]).toMatchObject({
      status_code: 40_501,
      status_message: "Invalid Field: 'brand'.",
    });
  });

  it("has no route that no engine has, and puts none of this on the bill", async () => {
    expect((await fetch(`${sandbox.url}/v1/chat/completions`, { method: "POST" })).status).toBe(404);
    const before = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
    await post(responses(), { model: "m" }, "Bearer k");
    const after = await fetch(`${sandbox.url}/__sandbox/log`).then((response) => response.json());
    expect(after).toMatchObject({ calls: before.calls, refusals: before.refusals + 1 });
  });
});

describe("an engine's status", () => {
  it("says which keys are missing, in the engine's own name", () => {
    expect(engineStatus("chatgpt", {})).toEqual({
      ready: false,
      reason: "ChatGPT has no key: set OPENAI_API_KEY",
    });
    expect(engineStatus("google_ai_mode", { DATAFORSEO_LOGIN: "me" })).toEqual({
      ready: false,
      reason: "Google AI Mode has no key: set DATAFORSEO_PASSWORD",
    });
    expect(engineStatus("askjeeves", {})).toMatchObject({ ready: false });
  });

  it("is ready with a key, and sandbox whenever the sandbox's url is set, key or not", () => {
    const key = { OPENAI_API_KEY: "k" };
    expect(engineStatus("chatgpt", key)).toEqual({ ready: true, sandbox: false });
    const ENGINE_SANDBOX_URL = "http://127.0.0.1:9";
    expect(engineStatus("chatgpt", { ...key, ENGINE_SANDBOX_URL })).toEqual({ ready: true, sandbox: true });
    expect(engineStatus("chatgpt", { ENGINE_SANDBOX_URL })).toEqual({ ready: true, sandbox: true });
  });
});

it("prices two credits for ChatGPT and one for Google AI Mode, with or without an answer on the page", () => {
  expect(currentPriceList()).toEqual([
    { engineId: "chatgpt", surface: "api", credits: 2, noAnswerShownCredits: 2 },
    { engineId: "google_ai_mode", surface: "serp", credits: 1, noAnswerShownCredits: 1 },
  ]);
});

it("reads Retry-After as seconds or as a date, and nothing else", () => {
  const now = new Date("2026-01-01T00:00:00Z");
  const read = (value: string) => retryAfter(new Headers({ "retry-after": value }), now);
  expect(read("2")).toBe(2000);
  expect(read("Thu, 01 Jan 2026 00:00:30 GMT")).toBe(30_000);
  expect(read("Wed, 31 Dec 2025 00:00:00 GMT")).toBe(0);
  expect(read("soon")).toBeUndefined();
});
