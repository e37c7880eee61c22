import { describe, expect, it } from "vitest";
import { final, lost, safe } from "../conformance/failure-cases";
import { EngineError } from "../engine-error";
import { getEngine } from "../registry";
import { mintedAsk } from "../testing/minted-ask";

/** What an ask makes of this reply of the vendor's; the prose of a vendor is never repeated. */
async function failureOf(engineId: string, httpStatus: number, body: unknown): Promise<EngineError> {
  const environment = { ENGINE_SANDBOX_URL: "http://sandbox.invalid" };
  const error: unknown = await getEngine(engineId)
    .ask(mintedAsk("which desk?"), {
      environment,
      fetch: async () => Response.json(body, { status: httpStatus }),
    })
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof EngineError)) throw new Error("expected an EngineError");
  expect(error.message).not.toContain("secret");
  return error;
}

describe("Anthropic's errors", () => {
  const error = (type: string) => ({ type: "error", error: { type, message: "secret" }, request_id: "r" });

  it.each([
    [400, "invalid_request_error", { kind: "rejected", ...final }],
    [402, "billing_error", { kind: "rejected", ...final }],
    [403, "permission_error", { kind: "rejected", ...final }],
    [413, "request_too_large", { kind: "rejected", ...final }],
    [429, "rate_limit_error", { kind: "rate_limited", ...safe }],
    [500, "api_error", { kind: "server_error", ...safe }],
    [529, "overloaded_error", { kind: "server_error", ...safe }],
    [200, "overloaded_error", { kind: "server_error", ...safe }],
    [200, "rate_limit_error", { kind: "rate_limited", ...safe }],
  ])("HTTP %i %s", async (httpStatus, type, expected) => {
    expect(await failureOf("claude", httpStatus, error(type))).toMatchObject(expected);
  });
});

describe("Google's errors", () => {
  const error = (code: number, status: string, details: unknown[] = []) => ({
    error: { code, message: "secret", status, details },
  });

  it("says how long to wait in the body of HTTP 429", async () => {
    const retry = { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: "34.4s" };
    const quota = { "@type": "type.googleapis.com/google.rpc.QuotaFailure", violations: [] };
    const limited = await failureOf("gemini", 429, error(429, "RESOURCE_EXHAUSTED", [quota, retry]));
    expect(limited).toMatchObject({ kind: "rate_limited", retryAfterMs: 34_400, ...safe });
    const unsaid = await failureOf("gemini", 429, error(429, "RESOURCE_EXHAUSTED"));
    expect(unsaid).toMatchObject({ kind: "rate_limited", retryAfterMs: undefined, ...safe });
  });

  it.each([
    [400, "INVALID_ARGUMENT", { kind: "rejected", ...final }],
    [403, "PERMISSION_DENIED", { kind: "rejected", ...final }],
    [404, "NOT_FOUND", { kind: "rejected", ...final }],
    [503, "UNAVAILABLE", { kind: "server_error", ...safe }],
    [200, "UNAVAILABLE", { kind: "server_error", ...safe }],
  ])("HTTP %i %s", async (httpStatus, status, expected) => {
    expect(await failureOf("gemini", httpStatus, error(httpStatus, status))).toMatchObject(expected);
  });
});

describe("Perplexity's failed runs, which are HTTP 200", () => {
  const failed = {
    id: "resp_1",
    object: "response",
    status: "failed",
    model: "perplexity/sonar",
    output: [],
  };
  const error = { code: 500, type: "internal_error", message: "secret" };

  it("are free when nothing was counted, and lost when something was", async () => {
    expect(await failureOf("perplexity", 200, { ...failed, error })).toMatchObject({
      kind: "server_error",
      ...safe,
    });
    const usage = { input_tokens: 10, output_tokens: 0 };
    expect(await failureOf("perplexity", 200, { ...failed, error, usage })).toMatchObject({
      kind: "server_error",
      ...lost,
    });
    expect(await failureOf("perplexity", 200, { ...failed, status: "cancelled" })).toMatchObject(safe);
  });

  it("and a field that it doesn't know is refused for good", async () => {
    const unknown = { message: "secret", type: "invalid_request", code: 400, param: "brand" };
    expect(await failureOf("perplexity", 400, { error: unknown })).toMatchObject({
      kind: "rejected",
      ...final,
    });
  });
});

describe("xAI's errors", () => {
  it("are told by their status, and by the status of a response under HTTP 200", async () => {
    const gone = { code: "gone", error: "secret: live search is deprecated" };
    expect(await failureOf("grok", 410, gone)).toMatchObject({ kind: "rejected", ...final });
    const failed = { object: "response", status: "failed", error: { code: "server_error" }, usage: null };
    expect(await failureOf("grok", 200, failed)).toMatchObject({ kind: "server_error", ...safe });
  });
});

describe("errors of OpenAI-compatible endpoints", () => {
  it.each([
    [200, { error: "secret: the model runner has stopped" }, { kind: "server_error", ...safe }],
    [200, { error: { code: 502, message: "secret" } }, { kind: "server_error", ...safe }],
    [404, { error: "secret: no such model" }, { kind: "rejected", ...final }],
    [429, { error: { code: "insufficient_quota", message: "secret" } }, { kind: "rejected", ...final }],
  ])("HTTP %i %o", async (httpStatus, body, expected) => {
    expect(await failureOf("openai_compatible", httpStatus, body)).toMatchObject(expected);
  });
});
