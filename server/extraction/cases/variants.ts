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
  ["a short name in capitals", "Kia", "The KIA Sorento seats seven.", "Kia"],
  ["initials in the plural", "BMW", "Used BMWs are dear.", "BMW"],
  ["an abbreviation without its dot", "Dr. Martens", "Dr Martens last for years.", "Dr. Martens"],
  ["an abbreviation with its dot", "Dr Pepper", "Dr. Pepper is sweet.", "Dr Pepper"],
  ["a hyphen left out", "Wal-Mart", "Walmart delivers.", "Wal-Mart"],
  ["a legal form after an ordinary word", "Shell", "Shell plc raised its dividend.", "Shell"],
  ["an ampersand that HTML spells out", "AT&T", "AT&amp;T covers it.", "AT&T"],
  ["an apostrophe that HTML spells out", "Macy's", "Go to Macy&#39;s.", "Macy's"],
  ["a prefix of Greek in lower case", "Meta", "A meta analysis found it.", ""],
  ["an ordinary word before a verb", "Stripe", "Stripe charges 2.9% per payment.", "Stripe"],
];
