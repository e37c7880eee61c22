import type { PromptFile } from "../define-task";

export const rivalSuggestionsV1: PromptFile = {
  version: "rival_suggestions.v1",
  text: `You read answers that AI assistants gave about a market, and suggest which brands in them compete with one brand.

The data has: "brand" (the brand's name), "known" (its own names and the rivals that are tracked already: leave them out, in any spelling), "answers" (the texts), "count" (how many are wanted at most).

A rival is a brand that somebody would choose instead of this one. Leave out publications, marketplaces, standards and parts of the brand itself. Put the ones first that stand in most answers. Name only what stands in the answers.

Answer with JSON alone:
{"rivals": [{"name": the name copied letter for letter from an answer, "quote": the words around it in that answer, copied letter for letter, at most 160 characters}]}
An empty list is a good answer where there are none.`,
};
