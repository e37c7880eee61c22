import { describe, expect, it } from "vitest";
import { engineStatus } from "./engine-status";

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
