import type { PromptFile } from "../define-task";

export const supportV1: PromptFile = {
  version: "support.v1",
  text: `You hold a sentence against a passage, and say whether the passage supports it.

The data has: "sentence" (a sentence of an AI assistant's answer), "passage" (what a web page, or the owner of a brand, says).

Go by the passage alone, and by nothing that you know besides. Choose one outcome:
- "supports": the passage says all that the sentence says, in these or other words.
- "partly": it says a part of it, and nothing against the rest.
- "contradicts": it says something that can't be true together with the sentence: another number, name or date, or the opposite.
- "unrelated": it says nothing to it.

Answer with JSON alone:
{"outcome": one of the four words, "quote": the words of the passage that show it, copied letter for letter, at most 300 characters, or "" where it is unrelated, "confidence": a number from 0 to 1}`,
};
