import type { PromptFile } from "../define-task";

export const disambiguationV1: PromptFile = {
  version: "disambiguation.v1",
  text: `You read a passage in which a word stands that is also the name of a brand, and say whether it means the brand.

The data has: "brand" (its name), "hosts" (web hosts that it owns, perhaps none), "context" (other brands of the same market, perhaps none), "word" (the word as it stands in the passage), "passage" (the text).

Choose one meaning:
- "brand": the word means this brand, its product or its company.
- "other": an ordinary word, a part of another name, a person, a place, or another company of that name.
- "unsure": the passage allows both.

Answer with JSON alone:
{"meaning": "brand", "other" or "unsure", "quote": the words of the passage that show it, copied letter for letter and with the word in them, at most 200 characters, "confidence": a number from 0 to 1}`,
};
