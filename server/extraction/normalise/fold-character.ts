/** Letters that NFKD leaves alone but that people type without their stroke or ligature. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  ħ: "h",
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ς: "σ",
  ـ: "",
};

/** Printed but meaningless: soft hyphen, zero-width and bidi marks, variation selectors. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u;
/** Accents of Latin, Greek and Cyrillic; Hebrew points; Arabic vowel marks. Marks of other scripts are letters' equals. */
const STRIPPED_MARK = /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670]/gu;
const APOSTROPHE = /^[\u2018\u2019\u201B\u02BC\u02B9\u02BB\u00B4\u0060\uFF07\u2032]$/u;
const HYPHEN = /^[-\u2010\u2011\u2212\uFE63\uFF0D]$/u;
const BREAKS: ReadonlySet<string> = new Set(["\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"]);
const SPACE = /^\s$/u;
const HANGUL = /^\p{sc=Hangul}$/u;

/** Trade mark signs, superscripts and circled numbers end a word: "Acme™", "Acme²" name Acme. */
const WORD_END = /^[\u2122\u2120\u00B2\u00B3\u00B9\u2070-\u209C\u2460-\u24FF\u2776-\u2793]$/u;

/** Folded form of one code point, "" when it vanishes. Hyphens become spaces, so that "Coca-Cola" and "Coca Cola" agree. */
export function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return "";
  if (APOSTROPHE.test(character)) return "'";
  if (HYPHEN.test(character)) return " ";
  if (BREAKS.has(character)) return "\n";
  if (SPACE.test(character)) return " ";
  if (WORD_END.test(character)) return "*";
  if (HANGUL.test(character)) return character.normalize("NFKC");
  let folded = "";
  for (const part of character.normalize("NFKD").toLowerCase().normalize("NFKD").replace(STRIPPED_MARK, "")) {
    folded += PLAIN_LETTERS[part] ?? part;
  }
  return folded;
}
