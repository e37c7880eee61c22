import type { AnswerState } from "./contract";

/**
 * The one table that says which state counts where (methodology: "answer states decide the denominator").
 * `shown`: a real answer. Denominator of presence, citation rate and share of voice; numerator of coverage. A refusal or
 * an empty answer without the brand is a miss.
 * `observed`: the engine told us what it shows, an answer or none. Denominator of coverage; numerator of completion.
 * Neither: missing data. Only in the denominator of completion, where every planned ask is.
 */
export const ANSWER_STATES: Readonly<
  Record<AnswerState, { readonly shown: boolean; readonly observed: boolean }>
> = {
  answered: { shown: true, observed: true },
  refused: { shown: true, observed: true },
  empty: { shown: true, observed: true },
  no_answer_shown: { shown: false, observed: true },
  truncated: { shown: false, observed: false },
  provider_error: { shown: false, observed: false },
};

/** Whether an answer of this state is a real answer, in which a brand could have been named. */
export function isShown(state: AnswerState): boolean {
  return ANSWER_STATES[state].shown;
}

/** Whether this state tells what the engine shows, be it an answer or none. */
export function isObserved(state: AnswerState): boolean {
  return ANSWER_STATES[state].observed;
}
