import type { Case } from "./case";

/** Names with signs, and signs around names. */
export const SYMBOLS: readonly Case[] = [
  ["the mark at a name's end", "Yahoo!", "Yahoo! is old.", "Yahoo!"],
  ["the same without its mark", "Yahoo!", "Search with Yahoo today.", "Yahoo!"],
  ["an ampersand", "AT&T", "AT&T covers it.", "AT&T"],
  ["an ampersand that markdown escapes", "AT&T", "AT\\&T covers it.", "AT&T"],
  ["plus signs", "C++", "Written in C++.", "C++"],
  ["plus signs of a longer name", "C+", "Written in C++.", ""],
  ["a letter before plus signs", "Co", "Co+ is another thing.", ""],
  ["a leading dot", ".NET", "Built on .NET today.", ".NET"],
  ["a leading dot after a word", ".NET", "Built on ASP.NET today.", ""],
  ["a star that markdown escapes", "L*Space", "L\\*Space is chic.", "L*Space"],
  ["a plus at the end", "ONE+", "The ONE+ battery fits.", "ONE+"],
  ["the word without its plus", "ONE+", "The ONE battery fits.", ""],
  ["bold around a name", "Acme", "**Acme** wins.", "Acme"],
  ["a digit at the start", "1MORE", "Get the 1MORE buds.", "1MORE"],
  ["a digit before it", "1MORE", "Get the 21MORE buds.", ""],
];
