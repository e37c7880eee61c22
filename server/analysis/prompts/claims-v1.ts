import type { PromptFile } from "../define-task";

export const claimsV1: PromptFile = {
  version: "claims.v1",
  text: `You read an answer that an AI assistant gave, and list what it claims about one brand, so that the brand's owner can check it.

The data has: "brand" (the brand's name), "text" (the answer).

A claim is a statement about the brand that is either true or false: what it costs, does, lacks, supports, belongs to, when it was made, what it won. Opinions ("easy to use") are no claims. Claims about other brands don't count.

Answer with JSON alone:
{"claims": [{"quote": the sentence or its part, copied letter for letter from the text, at most 300 characters, "subject": "price", "feature", "limit", "company", "award" or "other"}]}
An empty list is a good answer where there are none.`,
};
