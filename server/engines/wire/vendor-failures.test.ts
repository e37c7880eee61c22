import { describe, expect, it } from "vitest";
import { askEngine } from "../ask-engine";
import { EngineError } from "../engine-error";
import { parseRawBody } from "../parse-raw-body";
import { mintedAsk } from "../testing/minted-ask";

/** An ask against a vendor that replies just so. */
function askOf(engineId: string, httpStatus: number, body: unknown, headers: Record<string, string> = {}) {
  const reply = () =>
    Promise.resolve(
      new Response(typeof body === "string" ? body : JSON.stringify(body), {
        status: httpStatus,
        headers: { "content-type": "application/json", ...headers },
      }),
    );
  const environment = { OPENAI_API_KEY: "k", DATAFORSEO_LOGIN: "l", DATAFORSEO_PASSWORD: "p" };
  return askEngine(engineId, mintedAsk("which desk?"), { environment, fetch: reply });
}

async function failureOf(...reply: Parameters<typeof askOf>): Promise<EngineError> {
  const error: unknown = await askOf(...reply).catch((thrown: unknown) => thrown);
  if (error instanceof EngineError) return error;
  throw new Error("expected an EngineError");
}

const safe = { retryable: true, mayHaveBeenPaid: false };
const final = { retryable: false, mayHaveBeenPaid: false };
const lost = { retryable: false, mayHaveBeenPaid: true };

describe("OpenAI's failures", () => {
  const error = (code: string) => ({ error: { code, type: code, message: "sk-secret is out", param: null } });

  it("takes an empty account for final although it comes as HTTP 429", async () => {
    const failure = await failureOf("chatgpt", 429, error("insufficient_quota"), { "retry-after": "1" });
    expect(failure).toMatchObject({ kind: "rejected", ...final });
    expect(failure.message).toBe("ChatGPT failed (insufficient_quota)");
  });

  it("takes a failed response for free only if no tokens were counted", async () => {
    const failed = { object: "response", status: "failed", ...error("server_error"), output: [] };
    expect(await failureOf("chatgpt", 200, { ...failed, usage: null })).toMatchObject(safe);
    const billed = { ...failed, usage: { input_tokens: 900 } };
    expect(await failureOf("chatgpt", 200, billed)).toMatchObject({ kind: "server_error", ...lost });
    expect(parseRawBody("chatgpt", JSON.stringify(billed)).state).toBe("provider_error");
  });
});

describe.each(["google_ai_mode", "google_ai_overviews", "chatgpt_web"])(
  "DataForSEO's failures inside HTTP 200, of %s",
  (engineId) => {
    const body = (top: number, task: number, cost: number) => ({
      status_code: top,
      cost,
      tasks: [{ status_code: task, cost, path: [], result: null }],
    });

    it.each([
      [40_202, 0, { kind: "rate_limited", ...safe }],
      [40_209, 0, { kind: "rate_limited", ...safe }],
      [40_101, 0.004, { kind: "server_error", ...lost }],
      [40_101, 0, { kind: "server_error", ...safe }],
      [50_000, 0, { kind: "server_error", ...safe }],
      [40_501, 0, { kind: "rejected", ...final }],
      [40_210, 0, { kind: "rejected", ...final }],
    ])("task code %i at cost %d", async (code, cost, expected) => {
      expect(await failureOf(engineId, 200, body(20_000, code, cost))).toMatchObject(expected);
      expect(parseRawBody(engineId, JSON.stringify(body(20_000, code, cost)))).toMatchObject({
        state: "provider_error",
        reason: `DataForSEO code ${code}`,
      });
    });

    it("looks at the top level too", async () => {
      expect(await failureOf(engineId, 200, body(40_100, 20_000, 0))).toMatchObject(final);
    });
  },
);

it.each(["google_ai_mode", "google_ai_overviews"])(
  "takes 'no search results' of %s for an outcome, at its cost",
  async (engineId) => {
    const task = { status_code: 40_102, cost: 0.004, path: [], result: null };
    const reply = await askOf(engineId, 200, { status_code: 20_000, cost: 0.004, tasks: [task] });
    expect(parseRawBody(engineId, reply.body)).toMatchObject({ state: "no_answer_shown", costMicros: 4000 });
  },
);
