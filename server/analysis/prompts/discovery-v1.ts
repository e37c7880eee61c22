import type { PromptFile } from "../define-task";

export const discoveryV1: PromptFile = {
  version: "discovery.v1",
  text: `You read an answer that an AI assistant gave, and list the brands, products and companies that it names.

The data has: "known" (names that are known already: leave them out, in any spelling), "text" (the answer).

List each name once, as it stands in the text. Leave out people, places, standards, programming languages, file formats, publications that are only cited as sources, and ordinary words.

Answer with JSON alone:
{"brands": [{"name": the name copied letter for letter from the text, "quote": the words around it, copied letter for letter, at most 160 characters}]}
An empty list is a good answer where there are none.`,
};
