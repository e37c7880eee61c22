import type { Case } from "./case";

/** Names that are words as well: what speaks for a naming is around them. */
export const ORDINARY: readonly Case[] = [
  ["a noun in lower case", "Notion", "The notion that it works.", ""],
  ["the tool in a sentence", "Notion", "I keep notes in Notion every day.", "Notion"],
  [
    "a name typed in lower case still means the capitalised one",
    "notion",
    "The notion that Notion works.",
    "notion",
  ],
  ["a weekday", "Monday", "We meet on Monday at noon.", ""],
  [
    "a weekday at a sentence's start",
    "Monday",
    "Monday is hard to love otherwise, on Monday mornings.",
    "Monday",
  ],
  ["a verb at a sentence's start", "Target", "Target the right muscles.", ""],
  ["a shop in a list", "Target", "Sold at Walmart, Target, and Amazon.", "Target"],
  ["a shop as a label", "Target", "* **Target** – Trendy and cheap.", "Target"],
  ["a shop's possessive", "Target", "Target's own line is fine.", "Target"],
  ["an imperative", "Discover", "Discover the best of Rome.", ""],
  ["a card in a sentence", "Discover", "Visa and Discover are accepted.", "Discover"],
  ["a pronoun at a sentence's start", "Nothing", "Nothing beats a good night's sleep.", ""],
  ["the maker with a model", "Nothing", "The Nothing Phone (2a) is good value.", "Nothing"],
  ["a plain plural of a word", "Target", "Targets were missed.", ""],
  ["lower case ring", "Ring", "a ring of light", ""],
  ["a maker before its model", "Shark", "Shark Stratos: strong suction.", "Shark"],
  ["a river", "Amber", "along the Amber River we walked", ""],
  ["an audience", "Target", "Know your Target audience.", ""],
  ["words of a title", "Visible", "Pick the Best Visible Light bulb", ""],
  ["all words ordinary: lower case doesn't name", "Best Buy", "It's the best buy of the year.", ""],
  ["all words ordinary: capitals do", "Best Buy", "Available at Best Buy now.", "Best Buy"],
  ["capitals throughout do", "Best Buy", "BEST BUY HAS IT", "Best Buy"],
  ["half capitals don't", "Just One", "Just one more thing.", ""],
  ["a name no word list holds needs no capital", "HubSpot", "i love hubspot", "HubSpot"],
];
