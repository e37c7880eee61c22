import { z } from "zod";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { disambiguationV1 } from "../prompts/disambiguation-v1";
import { isConfidence, quoteInText } from "../quote-in-text";

const QUOTE_CHARACTERS = 300;

const Input = z.object({
  brand: z.string().min(1).max(200),
  hosts: z.array(z.string()).max(50),
  context: z.array(z.string()).max(50),
  word: z.string().min(1).max(200),
  passage: z.string().max(TEXT_MAX_CHARACTERS),
});

const Meaning = z.enum(["brand", "other", "unsure"]);
export type Meaning = z.infer<typeof Meaning>;

export interface MeaningFinding {
  readonly meaning: Meaning;
  readonly quote: string;
}

/** Whether a word that is also a brand's name means the brand. Asked where the rules can't tell: they have no opinion. */
export const disambiguationTask = defineTask({
  id: "disambiguation",
  label: "Ambiguous names",
  input: Input,
  output: z.object({ meaning: Meaning, quote: z.string(), confidence: z.number() }),
  prompt: disambiguationV1,
  tier: "small",
  maxOutputTokens: 300,
  sureFrom: 0.8,
  rules: () => null,
  accept({ meaning, quote, confidence }, { word, passage }) {
    const found = quoteInText(passage, quote, QUOTE_CHARACTERS);
    if (found === null) return { ok: false, problem: "quote doesn't stand in the passage word for word" };
    if (!found.includes(word)) return { ok: false, problem: "quote doesn't hold the word" };
    if (!isConfidence(confidence)) return { ok: false, problem: "confidence isn't a number from 0 to 1" };
    const value: MeaningFinding = { meaning, quote: found };
    return { ok: true, value, confidence };
  },
  agree: (one, other) => one.meaning === other.meaning,
  portability: {
    textOf: ({ passage }) => passage,
    frameOf: ({ passage: _, ...rest }) => rest,
    carry: ({ meaning, confidence }) => ({ value: { meaning, quote: "" }, confidence }),
  },
});
