import type { Case } from "./case";

/** Names run together on a page flattened to one line. */
export const GLUED_NAMES: readonly Case[] = [
  [
    "names run together on a flattened page",
    "Sweetwater + Amazon",
    "Good sound.Pros: fine.Cons: none. Shops: Guitar CenterSweetwaterAmazon",
    "Amazon + Sweetwater",
  ],
  [
    "a name after a price run into it",
    "Saatva",
    "Good foam.Pros: soft.Cons: hot. Foam$465.50$665.00Saatva Classic",
    "Saatva",
  ],
  ["a sentence run into a name", "Bose", "Sound by Bose.Pros: Good.Cons: None.", "Bose"],
  ["no such seams in text with line breaks", "Sweetwater", "CenterSweetwater\nis one word.", ""],
  ["an ordinary word never counts at a seam", "Reverb", "Good.Pros: fine.Cons: none. AmazonReverb", ""],
];
