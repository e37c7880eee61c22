import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AlertState, Verdict } from "../contract";
import { baselineFor, nextAlert } from "./next-alert";

const QUIET: AlertState = { kind: "quiet" };
const rest = { low: 0, high: 0, p: 0.01, adjustedP: 0.01, detectable: 0.05, prompts: 30 };
const changed = (difference: number): Verdict => ({ kind: "changed", difference, ...rest });
const still: Verdict = { kind: "no_detectable_change", difference: 0.2, ...rest };
const unknown: Verdict = { kind: "not_enough_data", why: "few_prompts" };
const broken: Verdict = { kind: "series_break", parts: ["model"] };

/** A verdict a week, each compared with the baseline that the state asks for. */
function follow(verdicts: readonly Verdict[], threshold?: number): AlertState {
  return verdicts.reduce<AlertState>((state, verdict, week) => {
    const baseline = baselineFor(state, start(week));
    return nextAlert(state, { verdict, baseline, window: start(week + 1) }, threshold);
  }, QUIET);
}

const start = (week: number) => new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);

describe("nextAlert", () => {
  it("raises on a change of five points, not on less, and not on any difference that isn't a change", () => {
    const raised = { kind: "raised", direction: "up", baseline: start(0), since: start(1) };
    expect(follow([changed(0.05)])).toEqual(raised);
    expect(follow([changed(0.15 - 0.1)])).toEqual(raised);
    expect(follow([changed(-0.08)])).toEqual({ ...raised, direction: "down" });
    expect(follow([changed(0.049)])).toEqual(QUIET);
    expect(follow([changed(0.08)], 0.1)).toEqual(QUIET);
    expect(follow([still])).toEqual(QUIET);
  });

  it("is confirmed by a second window against the same baseline", () => {
    expect(follow([changed(0.08), changed(0.06)])).toEqual({
      kind: "confirmed",
      direction: "up",
      baseline: start(0),
      since: start(1),
      by: start(2),
    });
  });

  it("is withdrawn when the second window is back, small, or in another series", () => {
    for (const second of [still, changed(0.03), broken])
      expect(follow([changed(0.08), second])).toEqual(QUIET);
  });

  it("turns when the second window has changed the other way", () => {
    expect(follow([changed(0.08), changed(-0.08)])).toMatchObject({ kind: "raised", direction: "down" });
  });

  it("waits over windows without enough data", () => {
    expect(follow([changed(0.08), unknown, unknown, changed(0.09)])).toMatchObject({
      kind: "confirmed",
      baseline: start(0),
      by: start(4),
    });
  });

  it("measures from the newest window again after it was confirmed", () => {
    expect(follow([changed(0.08), changed(0.06), changed(0.07)])).toMatchObject({
      kind: "raised",
      baseline: start(2),
      since: start(3),
    });
    expect(follow([changed(0.08), changed(0.06), still])).toEqual(QUIET);
  });

  it("refuses a comparison with another baseline than the raised alert's", () => {
    const raised = follow([changed(0.08)]);
    const observation = { verdict: changed(0.08), baseline: start(1), window: start(2) };
    expect(() => nextAlert(raised, observation)).toThrow(RangeError);
  });

  it("the same window twice changes nothing, whatever came before; no single window confirms", () => {
    const verdict = fc.constantFrom(changed(0.08), changed(-0.08), changed(0.01), still, unknown, broken);
    fc.assert(
      fc.property(fc.array(verdict, { minLength: 1, maxLength: 8 }), (verdicts) => {
        const before = follow(verdicts.slice(0, -1));
        const state = follow(verdicts);
        const last = verdicts.at(-1) ?? still;
        const window = start(verdicts.length);
        const baseline = baselineFor(before, start(verdicts.length - 1));
        expect(nextAlert(state, { verdict: last, baseline, window })).toEqual(state);
        if (state.kind === "confirmed" && before.kind !== "confirmed") expect(before.kind).toBe("raised");
      }),
      { numRuns: 200 },
    );
  });
});
