import { isShown } from "./answer-states";
import type { AnswerOutcome, CellSample, WindowSample } from "./window-sample";

/** Which prompts a metric is about: all, or those that don't name the brand themselves. */
export type PromptChoice = "unbranded" | "all";

/** What is observed of each cell, by prompt id; cells of the same prompt are joined. */
export function observedByPrompt<Observed>(
  sample: Pick<WindowSample, "cells">,
  prompts: PromptChoice,
  observe: (cell: CellSample) => readonly Observed[],
): ReadonlyMap<string, readonly Observed[]> {
  const observed = new Map<string, Observed[]>();
  for (const cell of sample.cells) {
    if (prompts === "unbranded" && cell.intent === "branded") continue;
    const ofPrompt = observed.get(cell.promptId) ?? [];
    observed.set(cell.promptId, ofPrompt);
    for (const each of observe(cell)) ofPrompt.push(each);
  }
  return observed;
}

/** The same without the ids, and without prompts of which nothing is observed. */
export function byPrompt<Observed>(
  sample: WindowSample,
  prompts: PromptChoice,
  observe: (cell: CellSample) => readonly Observed[],
): readonly (readonly Observed[])[] {
  return [...observedByPrompt(sample, prompts, observe).values()].filter((each) => each.length > 0);
}

/** What is observed of each real answer, prompt by prompt; null leaves an answer out. */
export function ofShownAnswers<Observed>(
  sample: WindowSample,
  prompts: PromptChoice,
  observe: (answer: AnswerOutcome) => Observed | null,
): readonly (readonly Observed[])[] {
  return byPrompt(sample, prompts, ({ answers }) =>
    answers
      .filter(({ state }) => isShown(state))
      .map(observe)
      .filter((each) => each !== null),
  );
}
