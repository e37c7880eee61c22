import { z } from "zod";
import { foldName } from "@/server/extraction";
import type { SuggestedPrompt } from "../contract";
import { defineTask } from "../define-task";
import { promptSuggestionsV1 } from "../prompts/prompt-suggestions-v1";
import { promptTemplates } from "../rules/prompt-templates";
import { RULES_VERSION } from "../rules/rules-version";

const PROMPT_CHARACTERS = 300;

const Input = z.object({
  brand: z.string().min(1).max(200),
  category: z.string().max(200),
  rivals: z.array(z.string()).max(20),
  existing: z.array(z.string()).max(100),
  count: z.int().min(1).max(30),
});
export type PromptSuggestionInput = z.infer<typeof Input>;

const Intent = z.enum(["category", "comparison", "problem", "branded"]);

/** Questions that a person might ask in the brand's market. */
export const promptSuggestionsTask = defineTask({
  id: "prompt_suggestions",
  label: "Prompt suggestions",
  input: Input,
  output: z.object({ prompts: z.array(z.object({ text: z.string(), intent: Intent })) }),
  prompt: promptSuggestionsV1,
  tier: "large",
  maxOutputTokens: 2_000,
  sureFrom: 2,
  rules: (input) => ({
    value: { prompts: usable(promptTemplates(input), input) },
    confidence: 0.4,
    judge: RULES_VERSION,
  }),
  accept({ prompts }, input) {
    const value: { readonly prompts: readonly SuggestedPrompt[] } = { prompts: usable(prompts, input) };
    if (value.prompts.length === 0) return { ok: false, problem: "no usable question among the prompts" };
    return { ok: true, value, confidence: 0.8 };
  },
});

/**
 * One line each, none twice or there already, at most as many as wanted. A question that names the brand is a branded or a
 * comparing one, whatever it calls itself: others would lead the assistant to the brand.
 */
function usable(prompts: readonly SuggestedPrompt[], input: PromptSuggestionInput): SuggestedPrompt[] {
  const brand = foldName(input.brand);
  const seen = new Set(input.existing.map(foldName));
  const kept: SuggestedPrompt[] = [];
  for (const { text, intent } of prompts) {
    const line = text.trim();
    const folded = foldName(line);
    if (line === "" || line.length > PROMPT_CHARACTERS || /\p{Cc}/u.test(line) || seen.has(folded)) continue;
    seen.add(folded);
    const named = ` ${folded.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, " ")} `.includes(` ${brand} `);
    kept.push({ text: line, intent: named && intent !== "comparison" ? "branded" : intent });
  }
  return kept.slice(0, input.count);
}
