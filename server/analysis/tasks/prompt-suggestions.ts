import { z } from "zod";
import type { SuggestedPrompt } from "../contract";
import { defineTask } from "../define-task";
import { promptSuggestionsV1 } from "../prompts/prompt-suggestions-v1";
import { promptTemplates } from "../rules/prompt-templates";
import { RULES_VERSION } from "../rules/rules-version";
import { Intent, usable } from "./usable-prompts";

const Input = z.object({
  brand: z.string().min(1).max(200),
  category: z.string().max(200),
  rivals: z.array(z.string()).max(20),
  existing: z.array(z.string()).max(100),
  count: z.int().min(1).max(30),
});
export type PromptSuggestionInput = z.infer<typeof Input>;

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
