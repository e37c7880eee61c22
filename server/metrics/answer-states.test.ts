import { describe, expect, it } from "vitest";
import { ANSWER_STATES, isObserved, isShown } from "./answer-states";
import { AnswerState } from "./contract";

describe("answer states", () => {
  it("each have their place, and what is shown is observed", () => {
    expect(Object.keys(ANSWER_STATES).sort()).toEqual([...AnswerState.options].sort());
    for (const state of AnswerState.options) expect(isObserved(state) || !isShown(state)).toBe(true);
  });

  it("count as the methodology says", () => {
    expect(AnswerState.options.filter(isShown)).toEqual(["answered", "refused", "empty"]);
    expect(AnswerState.options.filter((state) => !isObserved(state))).toEqual([
      "truncated",
      "provider_error",
    ]);
  });
});
