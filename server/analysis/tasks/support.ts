import { z } from "zod";
import { TEXT_MAX_CHARACTERS } from "../contract";
import { defineTask } from "../define-task";
import { supportV1 } from "../prompts/support-v1";
import { isConfidence, quoteInText } from "../quote-in-text";

const QUOTE_CHARACTERS = 300;

const Input = z.object({
  sentence: z.string().min(1).max(2_000),
  passage: z.string().min(1).max(TEXT_MAX_CHARACTERS),
});

const Outcome = z.enum(["supports", "partly", "contradicts", "unrelated"]);

/** `quote` stands in the passage word for word; "" where the passage says nothing to the sentence. */
export interface SupportFinding {
  readonly outcome: z.infer<typeof Outcome>;
  readonly quote: string;
}

/** Whether a passage supports a sentence. It has no rules of its own: who asks brings theirs. */
export const supportTask = defineTask({
  id: "support",
  label: "Support of a sentence",
  input: Input,
  output: z.object({ outcome: Outcome, quote: z.string(), confidence: z.number() }),
  prompt: supportV1,
  tier: "small",
  maxOutputTokens: 300,
  sureFrom: 0.7,
  rules: () => null,
  accept({ outcome, quote, confidence }, { passage }) {
    const found = outcome === "unrelated" ? "" : quoteInText(passage, quote, QUOTE_CHARACTERS);
    if (found === null) return { ok: false, problem: "quote doesn't stand in the passage word for word" };
    if (!isConfidence(confidence)) return { ok: false, problem: "confidence isn't a number from 0 to 1" };
    const value: SupportFinding = { outcome, quote: found };
    return { ok: true, value, confidence };
  },
  agree: (one, other) => borneOut(one) === borneOut(other),
});

/** How much of the sentence is borne out: rules can't tell a contradiction from silence. */
function borneOut({ outcome }: SupportFinding): "all" | "part" | "none" {
  return outcome === "supports" ? "all" : outcome === "partly" ? "part" : "none";
}
