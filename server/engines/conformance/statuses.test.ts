import { describe, expect, it } from "vitest";
import { EngineError } from "../engine-error";
import { engines } from "../registry";
import { mintedAsk } from "../testing/minted-ask";
import { final, lost, safe, statusCases } from "./failure-cases";

const environment = { ENGINE_SANDBOX_URL: "http://sandbox.invalid" };
const json = { "content-type": "application/json" };

describe.each(engines)("$id", (engine) => {
  /** What an ask makes of a vendor that does just so. */
  async function failureOf(vendor: typeof fetch, signal?: AbortSignal): Promise<EngineError> {
    const error: unknown = await engine
      .ask(mintedAsk("which desk?"), { environment, fetch: vendor, signal })
      .catch((thrown: unknown) => thrown);
    if (error instanceof EngineError) return error;
    throw new Error("expected an EngineError");
  }
  const replying = (status: number, body: string, headers: Record<string, string> = json) =>
    failureOf(async () => new Response(body, { status, headers }));

  it.each(statusCases)(
    "takes HTTP %i without a body that says more for what it is",
    async (status, expected) => {
      const failure = await replying(status, "<html>secret page</html>", { "content-type": "text/html" });
      expect(failure).toMatchObject({ ...expected, httpStatus: status });
      expect(failure.message).toContain(engine.label);
      expect(failure.message).not.toContain("secret");
    },
  );

  it("reads how long to wait after HTTP 429 and 503, as seconds or as a date", async () => {
    for (const status of [429, 503]) {
      const seconds = await replying(status, "{}", { ...json, "retry-after": "7" });
      expect(seconds).toMatchObject({ ...safe, retryAfterMs: 7000 });
      const date = await replying(status, "{}", { ...json, "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" });
      expect(date.retryAfterMs).toBe(0);
      expect((await replying(status, "{}")).retryAfterMs).toBeUndefined();
    }
  });

  it("takes an empty body, half of a body, and a page instead of JSON for bad bodies", async () => {
    for (const body of ["", "{", '{"tasks": [', "\u0000"]) {
      expect(await replying(200, body)).toMatchObject({ kind: "bad_body", ...lost });
    }
    const page = await replying(200, "{}", { "content-type": "text/html" });
    expect(page).toMatchObject({ kind: "bad_body", ...lost });
  });

  it("knows a call that never left from one that was lost on the way", async () => {
    const thrown = (code: string) => () => Promise.reject(new TypeError("fetch failed", { cause: { code } }));
    for (const code of ["ECONNREFUSED", "ENOTFOUND", "CERT_HAS_EXPIRED"]) {
      expect(await failureOf(thrown(code))).toMatchObject({ kind: "network", ...safe });
    }
    for (const code of ["ECONNRESET", "UND_ERR_SOCKET"]) {
      expect(await failureOf(thrown(code))).toMatchObject({ kind: "network", ...lost });
    }
  });

  it("refuses a prompt that is too long for it, before anything is sent", async () => {
    let sent = 0;
    const prompt = "x".repeat(engine.limits.promptChars + 1);
    const vendor = async () => {
      sent += 1;
      return new Response("{}");
    };
    const asked = engine.ask(mintedAsk(prompt), { environment, fetch: vendor });
    await expect(asked).rejects.toMatchObject({ kind: "rejected", ...final });
    expect(sent).toBe(0);
  });
});
