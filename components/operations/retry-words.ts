import type { LetterStep } from "@/server/operations/contract";

/** Where a retry starts, and why it does no harm. */
export function retryWords(steps: readonly LetterStep[]): string {
  const finished = steps.filter(({ state }) => state === "succeeded").length;
  const start =
    finished === 0
      ? "None of its steps finished, so it starts anew, with fresh attempts."
      : `Its ${finished === 1 ? "finished step is" : `${finished} finished steps are`} remembered: it goes on after ${finished === 1 ? "it" : "them"}, with fresh attempts.`;
  return `${start} That is safe: each effect has a key of its own, so what was done is not done twice.`;
}
