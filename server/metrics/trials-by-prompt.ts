import type { AnswerOutcome, CellSample, WindowSample } from "./window-sample";

/** One yes-or-no observation; `day` is null where there was no answer to date it by. */
export interface Trial {
  readonly hit: boolean;
  readonly day: string | null;
}

interface TrialRule {
  readonly prompts: "unbranded" | "all";
  /** Whether the answer enters the denominator. */
  readonly counts: (answer: AnswerOutcome) => boolean;
  readonly hit: (answer: AnswerOutcome) => boolean;
  /** Asks without an answer that enter the denominator as misses; none when left out. */
  readonly missing?: (cell: CellSample) => number;
}

/** The cells whose prompts don't name a brand themselves. */
export function unbrandedCells(sample: WindowSample): readonly CellSample[] {
  return sample.cells.filter((cell) => cell.intent !== "branded");
}

/** The denominator of a rate, prompt by prompt; cells of the same prompt are joined, prompts without a trial left out. */
export function trialsByPrompt(sample: WindowSample, rule: TrialRule): readonly (readonly Trial[])[] {
  const byPrompt = new Map<string, Trial[]>();
  for (const cell of rule.prompts === "all" ? sample.cells : unbrandedCells(sample)) {
    const trials = byPrompt.get(cell.promptId) ?? [];
    byPrompt.set(cell.promptId, trials);
    for (const answer of cell.answers) {
      if (rule.counts(answer)) trials.push({ hit: rule.hit(answer), day: answer.day });
    }
    for (let left = rule.missing?.(cell) ?? 0; left > 0; left--) trials.push({ hit: false, day: null });
  }
  return [...byPrompt.values()].filter((trials) => trials.length > 0);
}
