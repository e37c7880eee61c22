import { z } from "zod";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { discoveryV1 } from "../prompts/discovery-v1";
import { brandsInTexts } from "../rules/brands-in-texts";
import { RULES_VERSION } from "../rules/rules-version";
import { keepNamed, type NamedBrand } from "./keep-named";

const Input = z.object({
  known: z.array(z.string()).max(500),
  text: z.string().max(TEXT_MAX_CHARACTERS),
});

const MOST_BRANDS = 60;

/** Which brands an answer names that nobody tracks yet. */
export const discoveryTask = defineTask({
  id: "discovery",
  label: "Untracked brands",
  input: Input,
  output: z.object({ brands: z.array(z.object({ name: z.string(), quote: z.string() })) }),
  prompt: discoveryV1,
  tier: "small",
  maxOutputTokens: 1_500,
  sureFrom: 2,
  rules: ({ text, known }) => ({
    value: { brands: keepNamed(brandsInTexts([text], known), [text], known, MOST_BRANDS) },
    confidence: 0.5,
    judge: RULES_VERSION,
  }),
  accept({ brands }, { text, known }) {
    const value: { readonly brands: readonly NamedBrand[] } = {
      brands: keepNamed(brands, [text], known, MOST_BRANDS),
    };
    return { ok: true, value, confidence: 0.8 };
  },
});
