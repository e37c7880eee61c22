import type { Case } from "./case";

/** A name inside a longer word, host, unit or longer name. */
export const SUBSTRING: readonly Case[] = [
  ["a short name inside a longer word", "HP", "PHP is a language.", ""],
  ["a short name as a word", "HP", "The HP Envy is fine.", "HP"],
  ["a word inside a host", "Box", "Upload it to dropbox.com today.", ""],
  ["a name inside an ordinary word", "Arc", "The architecture is an arch.", ""],
  ["a name at the start of a longer name", "Open", "OpenAI and OpenTable differ.", ""],
  ["a name at the end of a longer name", "Book", "The MacBook is light.", ""],
  ["an accent doesn't end a word", "Lo", "Loïc wrote it.", ""],
  ["a decomposed accent doesn't end a word", "Lo", "Loi\u0308c wrote it.", ""],
  ["a digit doesn't end a word", "Acme", "Acme2 is another firm.", ""],
  ["an underscore does, as in markdown emphasis", "Acme", "Take _Acme_ instead.", "Acme"],
  ["a slash separates two names", "Acme + Beta Corp", "Acme/Beta both work.", "Acme + Beta Corp"],
  ["a trade mark sign ends a word", "Sorplas", "Made of SORPLAS™ plastic.", "Sorplas"],
  ["a superscript ends a word", "Acme", "Acme² leads.", "Acme"],
  ["the longest owner takes the span", "Andie + Andie Swim", "We like Andie Swim most.", "Andie Swim"],
  [
    "the shorter one still counts elsewhere",
    "Andie + Andie Swim",
    "Andie Swim is made by Andie.",
    "Andie + Andie Swim",
  ],
  [
    "a name inside a longer tracked one is that one's",
    "Werewolf + One Night Ultimate Werewolf",
    "Play One Night Ultimate Werewolf.",
    "One Night Ultimate Werewolf",
  ],
  ["a hyphen glues a short name to another word", "Fi", "Use Wi-Fi here.", ""],
  ["a unit after a number is no company", "HP", "Its motor has 2.0 HP.", ""],
  ["the same letters without a number are", "HP", "Motors by HP are rare.", "HP"],
  ["a resolution is no company", "Hz", "It runs at 120 Hz.", ""],
];
