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
  [
    "an ordinary word in a run of names",
    "Target",
    "Sold at:\u00A0AmazonWalmartBest BuyLowe'sTarget\u00A0Prices vary.\u00A0Ask.",
    "Target",
  ],
  [
    "a name after initials",
    "Backcountry",
    "Sold at:\u00A0REIBackcountry\u00A0Prices vary.\u00A0Ask.",
    "Backcountry",
  ],
  [
    "a name after a model number",
    "Acer",
    "Pros: fine.Cons: none.Other Options: Lenovo V15Acer Swift",
    "Acer",
  ],
];
