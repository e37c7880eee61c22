import type { Case } from "./case";

/** Possessives, plurals, legal forms, case. */
export const VARIANTS: readonly Case[] = [
  ["a possessive", "Tesla", "Tesla's range is long.", "Tesla"],
  ["a simple plural", "Tesla", "Teslas are common.", "Tesla"],
  ["a plural that is another word", "Canva", "Canvas is heavy.", ""],
  ["a legal form in the definition", "AZ Coatings LLC", "AZ Coatings does floors.", "AZ Coatings LLC"],
  ["a legal form in the text", "AZ Coatings", "AZ Coatings LLC does floors.", "AZ Coatings"],
  ["a German legal form", "Müller GmbH", "Müller liefert schnell.", "Müller GmbH"],
  ["a Japanese legal form", "株式会社カカクコム", "カカクコムが運営する", "株式会社カカクコム"],
  ["another case of a long name", "ASUS", "The Asus Zenbook.", "ASUS"],
  ["another case of a short name is another word", "IT", "It works.", ""],
  ["the exact short name", "LG", "LG and Sony lead.", "LG"],
];
