import { z } from "zod";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { claimsV1 } from "../prompts/claims-v1";
import { quoteInText } from "../quote-in-text";
import { claimsInText } from "../rules/claims-in-text";
import { RULES_VERSION } from "../rules/rules-version";

const MOST_CLAIMS = 30;
const QUOTE_CHARACTERS = 400;

const Input = z.object({
  brand: z.string().min(1).max(200),
  text: z.string().max(TEXT_MAX_CHARACTERS),
});

const Subject = z.enum(["price", "feature", "limit", "company", "award", "other"]);

export interface Claim {
  /** As it stands in the text. */
  readonly quote: string;
  readonly subject: z.infer<typeof Subject>;
}

/** What an answer claims of a brand: statements that its owner can check. */
export const claimsTask = defineTask({
  id: "claims",
  label: "Claims about the brand",
  input: Input,
  output: z.object({ claims: z.array(z.object({ quote: z.string(), subject: Subject })) }),
  prompt: claimsV1,
  tier: "small",
  maxOutputTokens: 1_500,
  sureFrom: 2,
  rules: ({ brand, text }) => ({
    value: { claims: distinct(claimsInText(text, brand), text) },
    confidence: 0.4,
    judge: RULES_VERSION,
  }),
  accept({ claims }, { text }) {
    const value: { readonly claims: readonly Claim[] } = { claims: distinct(claims, text) };
    return { ok: true, value, confidence: 0.8 };
  },
});

/** Those that stand in the text, each once. */
function distinct(claims: readonly Claim[], text: string): Claim[] {
  const kept = new Map<string, Claim>();
  for (const { quote, subject } of claims) {
    const found = quoteInText(text, quote, QUOTE_CHARACTERS);
    if (found !== null && !kept.has(found) && kept.size < MOST_CLAIMS)
      kept.set(found, { quote: found, subject });
  }
  return [...kept.values()];
}
