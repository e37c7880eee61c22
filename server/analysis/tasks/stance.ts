import { z } from "zod";
import { STANCES, type Stance } from "@/server/extraction";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { stanceV1 } from "../prompts/stance-v1";
import { isConfidence, quoteInText } from "../quote-in-text";
import { stanceByRules } from "../rules/stance-by-rules";

const QUOTE_CHARACTERS = 300;

const Input = z.object({
  brand: z.string().min(1).max(200),
  question: z.string().max(2_000),
  passage: z.string().max(TEXT_MAX_CHARACTERS),
});

/** `quote` stands in the passage word for word; "" from the rules, and when carried over from another passage. */
export interface StanceFinding {
  readonly stance: Stance;
  readonly quote: string;
}

/** How a passage stands towards a brand. */
export const stanceTask = defineTask({
  id: "stance",
  label: "Stance",
  input: Input,
  output: z.object({ stance: z.enum(STANCES), quote: z.string(), confidence: z.number() }),
  prompt: stanceV1,
  tier: "small",
  maxOutputTokens: 300,
  // Of the labelled mentions that the rules read with 0.8, 96 % are right: docs/stance-quality.md, "By confidence".
  sureFrom: 0.8,
  rules: ({ brand, passage }) => stanceByRules(brand, passage),
  accept({ stance, quote, confidence }, { passage }) {
    const found = quoteInText(passage, quote, QUOTE_CHARACTERS);
    if (found === null) return { ok: false, problem: "quote doesn't stand in the passage word for word" };
    if (!isConfidence(confidence)) return { ok: false, problem: "confidence isn't a number from 0 to 1" };
    const value: StanceFinding = { stance, quote: found };
    return { ok: true, value, confidence };
  },
  agree: (one, other) => one.stance === other.stance,
  portability: {
    textOf: ({ passage }) => passage,
    frameOf: ({ brand, question }) => ({ brand, question }),
    carry: ({ stance, confidence }) => ({ value: { stance, quote: "" }, confidence }),
  },
});
