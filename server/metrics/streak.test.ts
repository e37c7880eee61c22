import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WindowOutcome } from "./contract";
import { cellHit, panelHit, streak } from "./streak";
import { answer, silent } from "./testing/samples";

describe("streak", () => {
  it("counts hits up to the last window", () => {
    expect(streak(["miss", "hit", "hit"])).toEqual({ current: 2, longest: 2, brokenAt: null });
  });

  it("is broken by a miss, and remembers which", () => {
    expect(streak(["hit", "hit", "hit", "miss", "hit"])).toEqual({ current: 1, longest: 3, brokenAt: 3 });
  });

  it("is paused, not broken, by a window without data", () => {
    expect(streak(["hit", "no_data", "no_data", "hit"])).toEqual({ current: 2, longest: 2, brokenAt: null });
  });

  it("isn't broken again by further misses", () => {
    expect(streak(["hit", "miss", "no_data", "miss"])).toEqual({ current: 0, longest: 1, brokenAt: 1 });
  });

  it("is zero without a window", () => {
    expect(streak([])).toEqual({ current: 0, longest: 0, brokenAt: null });
  });

  it("is what splitting the windows with data at each miss says", () => {
    const windows = fc.array(fc.constantFrom<WindowOutcome>("hit", "miss", "no_data"), { maxLength: 40 });
    fc.assert(
      fc.property(windows, (outcomes) => {
        const known = outcomes
          .filter((outcome) => outcome !== "no_data")
          .map((o) => (o === "hit" ? "h" : "m"));
        const runs = known.join("").split("m");
        const { current, longest } = streak(outcomes);
        expect(current).toBe(runs.at(-1)?.length);
        expect(longest).toBe(Math.max(...runs.map((run) => run.length)));
      }),
    );
  });
});

describe("cellHit", () => {
  it("is a hit when exactly half of the answers name the brand, a miss just below", () => {
    expect(cellHit([answer(["own"]), answer([])], "own")).toBe("hit");
    expect(cellHit([answer(["own"]), answer([]), answer(["rival"])], "own")).toBe("miss");
  });

  it("counts a refusal and an empty answer as answers without the brand", () => {
    expect(cellHit([answer(["own"]), silent("refused"), silent("empty")], "own")).toBe("miss");
  });

  it("leaves out pages without an answer and missing data, and has no data when nothing else is left", () => {
    const nothing = [silent("no_answer_shown"), silent("provider_error"), silent("truncated")];
    expect(cellHit([answer(["own"]), ...nothing], "own")).toBe("hit");
    expect(cellHit(nothing, "own")).toBe("no_data");
  });

  it("can be asked of citations instead of names", () => {
    const cited = [answer([], { cited: 1, citedOf: { own: 1 } })];
    expect(cellHit(cited, "own", "cited")).toBe("hit");
    expect(cellHit(cited, "own")).toBe("miss");
  });
});

describe("panelHit", () => {
  it("is a hit when presence reaches the target, a rounding error aside", () => {
    expect(panelHit({ value: 0.1 + 0.2 - 1e-12 }, 0.3)).toBe("hit");
    expect(panelHit({ value: 0.299 }, 0.3)).toBe("miss");
  });

  it("has no data where presence is withheld", () => {
    expect(panelHit({ value: null }, 0.3)).toBe("no_data");
  });
});
