import type { Evidence } from "./contract";

/** The sample sizes at which a number may be claimed (methodology, "Two intervals"). */
export const EVIDENCE_RULES = {
  level: { prompts: 25 },
  early: { prompts: 10, answers: 50 },
} as const;

/** What `k` prompts and `n` answers allow to be claimed. */
export function evidenceFor(k: number, n: number): Evidence {
  if (k >= EVIDENCE_RULES.level.prompts) return "level";
  if (k >= EVIDENCE_RULES.early.prompts && n >= EVIDENCE_RULES.early.answers) return "early";
  return "counts";
}
