import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seedFor, slice } from "@/db/testing/long-run";
import { afterCall, type CallResult, CLOSED, RULES, type Standing } from "./breaker";

const call = (outcome: CallResult["outcome"], more: Partial<CallResult> = {}): CallResult => ({
  outcome,
  probe: null,
  answeredSince: 0,
  ...more,
});
const standingAfter = (from: Standing, results: readonly CallResult[], at = 1_000): Standing =>
  results.reduce((standing, result) => afterCall(standing, result, at), from);
const times = (count: number, result: CallResult) => Array.from({ length: count }, () => result);
const halfOpen: Standing = { ...CLOSED, state: "half_open", openUntil: 500, openings: 2, probeToken: "mine" };

describe("a closed breaker", () => {
  test("opens with the last of enough faults, for the first time's length", () => {
    const almost = standingAfter(CLOSED, times(RULES.faults - 1, call("fault")));
    expect(almost.state).toBe("closed");
    const next = afterCall(almost, call("fault"), 1_000);
    expect(next).toMatchObject({ state: "open", openings: 1, openUntil: 1_000 + RULES.openMs });
  });

  test("stays closed while most calls are answered, which are told with the next fault", () => {
    const busy = call("fault", { answeredSince: 2 });
    expect(standingAfter(CLOSED, times(100, busy)).state).toBe("closed");
    expect(standingAfter(CLOSED, times(100, call("fault", { answeredSince: 1 }))).state).toBe("open");
  });

  test("forgets faults of an older window", () => {
    const early = standingAfter(CLOSED, times(RULES.faults - 1, call("fault")));
    const late = afterCall(early, call("fault"), 1_000 + RULES.windowMs + 1);
    expect(late).toMatchObject({ state: "closed", windowFaults: 1 });
  });

  test("isn't opened by prompts that an engine rejects, nor by calls that were never made", () => {
    expect(standingAfter(CLOSED, times(500, call("refused"))).state).toBe("closed");
    expect(standingAfter(CLOSED, times(500, call("nothing")))).toMatchObject({
      state: "closed",
      windowCalls: 0,
    });
  });

  test("opens by a storm of 429 later than by faults, and for as long as the engine says", () => {
    const limited = call("limited", { retryAfterMs: 45_000 });
    expect(standingAfter(CLOSED, times(RULES.limited - 1, limited)).state).toBe("closed");
    expect(standingAfter(CLOSED, times(RULES.limited, limited))).toMatchObject({
      state: "open",
      openUntil: 46_000,
    });
  });
});

describe("an open breaker", () => {
  const open: Standing = { ...CLOSED, state: "open", openings: 1, openUntil: 9_000 };

  test("is not moved by calls that began before", () => {
    for (const outcome of ["answered", "fault", "limited", "refused"] as const)
      expect(afterCall(open, call(outcome), 2_000)).toBe(open);
  });

  test("closes when its probe is answered, or refused by an engine that is up", () => {
    for (const outcome of ["answered", "refused"] as const)
      expect(afterCall(halfOpen, call(outcome, { probe: "mine" }), 2_000)).toMatchObject({
        state: "closed",
        openings: 0,
        probeToken: null,
      });
  });

  test("opens again, for twice as long each time and never longer than the longest, when its probe fails", () => {
    const lengths = Array.from({ length: 9 }, (_, openings) => {
      const next = afterCall({ ...halfOpen, openings }, call("fault", { probe: "mine" }), 0);
      return (next.openUntil ?? 0) / 1_000;
    });
    expect(lengths).toEqual([10, 20, 40, 80, 160, 300, 300, 300, 300]);
    const asked = call("limited", { probe: "mine", retryAfterMs: 86_400_000 });
    expect(afterCall(halfOpen, asked, 0).openUntil).toBe(RULES.longestOpenMs);
  });

  test("lets another probe go at once when one learnt nothing", () => {
    const next = afterCall(halfOpen, call("nothing", { probe: "mine" }), 2_000);
    expect(next).toMatchObject({ state: "open", openUntil: 2_000, openings: 2, probeToken: null });
  });

  test("is not moved by a probe that was succeeded", () => {
    for (const outcome of ["answered", "fault"] as const)
      expect(afterCall(halfOpen, call(outcome, { probe: "stale" }), 2_000)).toBe(halfOpen);
  });
});

test("whatever calls come to: who is open has an end, who is half open has one probe, and no opening is too long", () => {
  const results = fc.record({
    outcome: fc.constantFrom("answered", "fault", "limited", "refused", "nothing"),
    probe: fc.constantFrom(null, "mine", "stale"),
    answeredSince: fc.nat(20),
    retryAfterMs: fc.option(fc.nat(1e9), { nil: undefined }),
    waits: fc.nat(90_000),
    takesProbe: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(results, { maxLength: 200 }), (steps) => {
      let [standing, now] = [CLOSED, 0];
      for (const { waits, takesProbe, ...result } of steps) {
        now += waits;
        if (takesProbe && standing.state === "open")
          standing = { ...standing, state: "half_open", probeToken: "mine" };
        standing = afterCall(standing, result, now);
        expect((standing.openUntil ?? now) - now).toBeLessThanOrEqual(RULES.longestOpenMs);
        expect(standing.openUntil === null).toBe(standing.state === "closed");
        expect(standing.probeToken === null).toBe(standing.state !== "half_open");
      }
    }),
    { numRuns: slice(300, 20_000), seed: seedFor("engines", "breaker under any calls") },
  );
});
