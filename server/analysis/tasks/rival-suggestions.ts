import { z } from "zod";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { rivalSuggestionsV1 } from "../prompts/rival-suggestions-v1";
import { brandsInTexts } from "../rules/brands-in-texts";
import { RULES_VERSION } from "../rules/rules-version";
import { keepNamed, type NamedBrand } from "./keep-named";

const Input = z.object({
  brand: z.string().min(1).max(200),
  /** The brand's own names and its tracked rivals'. */
  known: z.array(z.string()).max(500),
  answers: z.array(z.string().max(TEXT_MAX_CHARACTERS)).max(20),
  count: z.int().min(1).max(20),
});

/** Brands of stored answers that somebody might choose instead. A model can't bring in a name that no answer gave. */
export const rivalSuggestionsTask = defineTask({
  id: "rival_suggestions",
  label: "Rival suggestions",
  input: Input,
  output: z.object({ rivals: z.array(z.object({ name: z.string(), quote: z.string() })) }),
  prompt: rivalSuggestionsV1,
  tier: "large",
  maxOutputTokens: 1_500,
  sureFrom: 2,
  rules: ({ answers, known, count }) => ({
    value: { rivals: keepNamed(brandsInTexts(answers, known), answers, known, count) },
    confidence: 0.5,
    judge: RULES_VERSION,
  }),
  accept({ rivals }, { answers, known, count }) {
    const value: { readonly rivals: readonly NamedBrand[] } = {
      rivals: keepNamed(rivals, answers, known, count),
    };
    return { ok: true, value, confidence: 0.8 };
  },
});
