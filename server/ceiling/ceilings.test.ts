import { afterEach, expect, test, vi } from "vitest";
import { ceilingsOf } from "./ceilings";

const SANDBOX = "http://127.0.0.1:1";
afterEach(() => vi.unstubAllEnvs());

test("an engine that is asked for real has a ceiling whether one is set or not", () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  expect(ceilingsOf("chatgpt")).toEqual({ engine: 100_000_000, freeOrg: 5_000_000 });
  vi.stubEnv("ENGINE_DAILY_CEILING_USD", "20");
  vi.stubEnv("FREE_ORG_DAILY_CEILING_USD", "0.5");
  expect(ceilingsOf("chatgpt")).toEqual({ engine: 20_000_000, freeOrg: 500_000 });
});

test("an engine's own ceiling comes before the one for all, and 0 stops it", () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", "");
  vi.stubEnv("ENGINE_DAILY_CEILING_USD", "20");
  vi.stubEnv("GOOGLE_AI_MODE_DAILY_CEILING_USD", "0");
  expect(ceilingsOf("chatgpt")?.engine).toBe(20_000_000);
  expect(ceilingsOf("google_ai_mode")?.engine).toBe(0);
});

test("a sandbox is counted only against ceilings that are set", () => {
  vi.stubEnv("ENGINE_SANDBOX_URL", SANDBOX);
  expect(ceilingsOf("chatgpt")).toBeNull();
  vi.stubEnv("CHATGPT_DAILY_CEILING_USD", "1");
  expect(ceilingsOf("chatgpt")).toEqual({ engine: 1_000_000, freeOrg: Number.MAX_SAFE_INTEGER });
  expect(ceilingsOf("google_ai_mode")).toBeNull();
});

test("a ceiling that is no amount stops the process instead of meaning none", () => {
  for (const wrong of ["lots", "-1", "Infinity", "1e9"]) {
    vi.stubEnv("ENGINE_DAILY_CEILING_USD", wrong);
    expect(() => ceilingsOf("chatgpt")).toThrow(/ENGINE_DAILY_CEILING_USD/);
  }
});
