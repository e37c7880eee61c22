import type { AnswerState, PromptIntent } from "../contract";
import {
  type AnswerOutcome,
  type CellSample,
  NAMES_ALONE,
  type UnansweredAsks,
  type WindowSample,
} from "../window-sample";

/** An answer that names `named`; anything else is the common case unless overridden. */
export function answer(named: readonly string[], rest: Partial<AnswerOutcome> = {}): AnswerOutcome {
  return { ...NAMES_ALONE, state: "answered", day: "2026-01-05", named, planned: true, ...rest };
}

/** An answer of a state in which nobody is named. */
export function silent(state: AnswerState): AnswerOutcome {
  return answer([], { state });
}

/** The answers to a prompt of `intent`, with asks that left no answer. */
export function cell(
  promptId: string,
  answers: readonly AnswerOutcome[],
  rest: { intent?: PromptIntent; unanswered?: Partial<UnansweredAsks> } = {},
): CellSample {
  return {
    promptId,
    intent: rest.intent ?? "category",
    answers,
    unanswered: { failed: 0, orphaned: 0, cancelled: 0, ...rest.unanswered },
  };
}

/** `count` prompts with the same answers. */
export function cells(count: number, answers: readonly AnswerOutcome[]): CellSample[] {
  return Array.from({ length: count }, (_, index) => cell(`prompt ${index}`, answers));
}

/** A week's sample of the own brand "own" and its rivals. */
export function sampleOf(sampled: readonly CellSample[], brands = ["own", "rival"]): WindowSample {
  return { window: { start: "2026-01-05", days: 7 }, own: "own", brands, cells: sampled };
}
