/**
 * What server/panels/contract.ts allows, once more: the contract brings zod, which no screen has to load for five numbers.
 * A test compares the two.
 */
export const PROMPT_LIMITS = {
  promptCharacters: 2_000,
  panelPrompts: 1_000,
  tagCharacters: 50,
  promptTags: 20,
  wordsCharacters: 100,
} as const;

export const INTENTS = ["category", "comparison", "problem", "branded"] as const;
export type Intent = (typeof INTENTS)[number];

export const STAGES = ["awareness", "consideration", "decision"] as const;
export type Stage = (typeof STAGES)[number];

/** How each stage reads, and who is in it. */
export const STAGE_LABELS: Readonly<Record<Stage, { readonly label: string; readonly meaning: string }>> = {
  awareness: { label: "Awareness", meaning: "learns that there is something for a need" },
  consideration: { label: "Consideration", meaning: "weighs what there is" },
  decision: { label: "Decision", meaning: "is about to buy" },
};

export const DEFAULT_LOCALE = "en-US";
export const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;

/** How each intent reads, and what it is for. */
export const INTENT_LABELS: Readonly<Record<Intent, { readonly label: string; readonly meaning: string }>> = {
  category: { label: "Category", meaning: "asks for the best of a kind and names no brand" },
  comparison: { label: "Comparison", meaning: "weighs kinds or brands against each other" },
  problem: { label: "Problem", meaning: "describes a need, not a product" },
  branded: { label: "Branded", meaning: "names your brand; left out of presence" },
};
