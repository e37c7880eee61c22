import type { PromptFile } from "../define-task";

export const promptSuggestionsV1: PromptFile = {
  version: "prompt_suggestions.v1",
  text: `You suggest questions that a person might type into an AI assistant when a brand's market is on their mind. They are used to measure how often the assistant names the brand, so a question must not lead it there.

The data has: "brand" (the brand's name), "category" (what it is in, perhaps empty), "rivals" (brands of the same market, perhaps none), "existing" (questions that are there already: don't repeat them), "count" (how many are wanted).

Write as people type: one question each, in the language of the existing questions, English where there are none, at most 200 characters. Mix the intents:
- "category": asks for the best or for suggestions in the market. Names no brand.
- "problem": describes a need or a problem. Names no brand.
- "comparison": compares two or more brands by name.
- "branded": asks about this brand by name. At most one in five.

Answer with JSON alone:
{"prompts": [{"text": the question, "intent": one of the four words}]}`,
};
