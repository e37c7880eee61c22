import { byPrompt, observedByPrompt, type PromptChoice } from "./by-prompt";
import type { AnswerOutcome, CellSample, WindowSample } from "./window-sample";

/** One yes-or-no observation; `day` is null where there was no answer to date it by. */
export interface Trial {
  readonly hit: boolean;
  readonly day: string | null;
}

export interface TrialRule {
  readonly prompts: PromptChoice;
  /** Whether the answer enters the denominator. */
  readonly counts: (answer: AnswerOutcome) => boolean;
  readonly hit: (answer: AnswerOutcome) => boolean;
  /** Asks without an answer that enter the denominator as misses; none when left out. */
  readonly missing?: (cell: CellSample) => number;
}

/** The denominator of a rate, prompt by prompt; cells of the same prompt are joined, prompts without a trial left out. */
export function trialsByPrompt(sample: WindowSample, rule: TrialRule): readonly (readonly Trial[])[] {
  return byPrompt(sample, rule.prompts, trialsOf(rule));
}

/** The same by prompt id, for a comparison of two windows; a prompt may have none. */
export function trialsById(
  sample: Pick<WindowSample, "cells">,
  rule: TrialRule,
): ReadonlyMap<string, readonly Trial[]> {
  return observedByPrompt(sample, rule.prompts, trialsOf(rule));
}

function trialsOf(rule: TrialRule): (cell: CellSample) => Trial[] {
  return (cell) => [
    ...cell.answers.filter(rule.counts).map((answer) => ({ hit: rule.hit(answer), day: answer.day })),
    ...Array.from({ length: rule.missing?.(cell) ?? 0 }, () => ({ hit: false, day: null })),
  ];
}
