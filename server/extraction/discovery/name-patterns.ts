/** A word of a name: a capital opens it, or stands after a small letter or two (iRobot). */
const WORD = "(?:\\p{Lu}[\\p{L}\\p{N}'’+-]*|\\p{Ll}{1,2}\\p{Lu}[\\p{L}\\p{N}]+)";
const NAME = `${WORD}(?:(?: & | )${WORD}){0,3}`;
const AND = "(?:,? (?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub) |, )";
const KIND =
  "brands?|companies|makers|manufacturers|retailers|stores|tools|apps|services|providers|platforms|alternatives|options|competitors|models|[Mm]arken|[Aa]nbietern?|[Hh]erstellern?|[Aa]lternativen|marques|enseignes|outils|marcas|herramientas|marchi|strumenti|merken|marki";

/** A list of names in prose after what kind of thing they are: "brands like Acme, Orvella and Zentrio". Group 1: the list. */
export const NAMES_IN_PROSE = new RegExp(
  `(?:${KIND}),? (?:like|such as|including|include|are|wie|sind|comme|como|come|zoals|takie jak) (?:the )?(${NAME}(?:${AND}${NAME}){0,7})`,
  "gu",
);

/** What separates the names of such a list. */
export const BETWEEN_NAMES = new RegExp(AND, "u");
