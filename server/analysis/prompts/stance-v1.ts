import type { PromptFile } from "../define-task";

export const stanceV1: PromptFile = {
  version: "stance.v1",
  text: `You read a passage of an answer that an AI assistant gave to somebody's question, and say how it stands towards one brand.

The data has: "brand" (the brand's name), "question" (what the person asked), "passage" (the text to judge).

Choose one stance, by what the passage itself says of the brand:
- "recommended": told to use it, called the best, the first choice, or the pick for some case.
- "listed": one of several options, with no preference for or against it.
- "neutral": mentioned as a fact, an example or an owner, not as an option.
- "cautioned": offered or described with a reservation that matters (price, limits, missing features).
- "negative": advised against, or described as worse than its alternatives.
A brand that is only compared with another takes the stance that the passage gives to this brand, not to the other one.

Answer with JSON alone:
{"stance": one of the five words, "quote": the words of the passage that show it, copied letter for letter, at most 200 characters, "confidence": a number from 0 to 1}`,
};
