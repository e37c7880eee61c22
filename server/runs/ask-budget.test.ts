import fc from "fast-check";
import { expect, test } from "vitest";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { EngineError, engines, getEngine } from "@/server/engines";
import { type AskTime, budgetWords, timeOfAsk } from "./ask-budget";

const failed = (retryAfterMs?: number) =>
  new EngineError({
    kind: "server_error",
    retryable: true,
    mayHaveBeenPaid: false,
    message: "failed",
    retryAfterMs,
  });
const { timeoutMs, budgetMs } = getEngine("chatgpt").limits;

test.each(engines)(
  "$id has time for two tries that take as long as they may, and the longest wait",
  (engine) => {
    expect(engine.limits.budgetMs).toBeGreaterThanOrEqual(2 * engine.limits.timeoutMs + 330_000);
  },
);

test("the time begins with the first turn: waiting for it costs nothing", () => {
  let now = 0;
  const time = timeOfAsk("chatgpt", null, () => now);
  now += 10 * budgetMs;
  expect(time.spentMs()).toBe(0);
  time.takeTurn();
  now += 5_000;
  expect(time.spentMs()).toBe(5_000);
});

test("a try that could not end in time is not begun, and its ask waits for none", () => {
  let now = 0;
  const last = budgetMs - timeoutMs;
  const time = timeOfAsk("chatgpt", last - 1_000, () => now);
  expect(time.waitFor(failed(1_000), () => 0)).toBe(1_000);
  expect(time.waitFor(failed(1_001), () => 0)).toBeNull();
  now += 1_001;
  expect(() => time.takeTurn()).toThrow("ChatGPT could not be asked again in time");
});

test("an ask that ends for lack of time says so after what failed last", () => {
  expect(budgetWords("chatgpt", "ChatGPT failed (HTTP 503)")).toBe(
    "ChatGPT failed (HTTP 503), and the 10 minutes that an ask may take are over",
  );
});

interface Try {
  readonly tookMs: number;
  /** What the engine asked for. */
  readonly askedMs: number | undefined;
  readonly drawn: number;
  /** How much later than its wait its turn came. */
  readonly lateMs: number;
}

/** Plays the tries of an ask, each by a job that knows only what the ask's row says. How long it took, in ms. */
function playedMs(tries: readonly Try[], budget: "kept" | "ignored"): number {
  let [now, waitMs] = [0, 0];
  let since: number | null = null;
  const played = () => now - (since ?? now);
  for (const { tookMs, askedMs, drawn, lateMs } of tries) {
    now += waitMs + lateMs;
    const time = timeOfAsk("chatgpt", since === null ? null : played(), () => now);
    if (budget === "kept" && !hasTurn(time)) return played();
    since ??= now;
    now += tookMs;
    const next = time.waitFor(failed(askedMs), () => drawn);
    if (budget === "kept" && next === null) return played();
    waitMs = next ?? 60_000;
  }
  return played();
}

function hasTurn(time: AskTime): boolean {
  try {
    time.takeTurn();
    return true;
  } catch {
    return false;
  }
}

test("however long tries take, whatever engines ask for and up to a minute late, an ask ends within its budget", () => {
  const tries = fc.array(
    fc.record({
      tookMs: fc.nat(timeoutMs),
      askedMs: fc.option(fc.nat(600_000), { nil: undefined }),
      drawn: fc.double({ min: 0, max: 1, noNaN: true }),
      lateMs: fc.nat(60_000),
    }),
    { minLength: 40, maxLength: 40 },
  );
  let longest = 0;
  const runs = slice(500, 50_000);
  fc.assert(
    fc.property(tries, (made) => {
      longest = Math.max(longest, playedMs(made, "kept"));
      expect(longest).toBeLessThanOrEqual(budgetMs);
    }),
    { numRuns: runs, seed: seedFor("engines", "an ask's budget under any failures") },
  );
  report(
    "engines",
    `${runs} asks of up to 40 tries on a clock of their own: the longest took ${(longest / budgetMs).toFixed(2)} of its budget`,
  );
});

test("control: without the budget the same tries go on past it", () => {
  const slow = { tookMs: timeoutMs, askedMs: undefined, drawn: 1, lateMs: 0 };
  const tries = Array.from({ length: 40 }, () => slow);
  expect(playedMs(tries, "kept")).toBeLessThanOrEqual(budgetMs);
  expect(playedMs(tries, "ignored")).toBeGreaterThan(budgetMs);
});
