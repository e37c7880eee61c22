import type { PromptFile } from "../define-task";

export const siteReadingV1: PromptFile = {
  version: "site_reading.v1",
  text: `You read the first page of a brand's website, and suggest what its owner should measure in the answers of AI assistants.

The data has: "brand" (the brand's name), "text" (what stands on the page), "language" (in which questions are wanted), "category", "rivals" and "prompts" (what simple rules made of the page: keep what is right), "count" (how many questions are wanted).

- The category is what a buyer would say that they look for, in that language, in two to four words, without the brand and without praise.
- A rival is a brand that somebody would choose instead. Name only brands that stand in the text; partners, customers and publications are none.
- Questions are as people type them: one each, in that language, at most 200 characters. Intents: "category" asks for suggestions in the market and "problem" describes a need (neither names a brand), "comparison" weighs brands by name, "branded" asks about this brand by name. At most one in five is branded.

Answer with JSON alone:
{"category": the category, or "" where the page doesn't say, "rivals": [{"name": the name copied letter for letter from the text, "quote": the words around it, copied letter for letter, at most 160 characters}], "prompts": [{"text": the question, "intent": one of the four words}]}`,
};
