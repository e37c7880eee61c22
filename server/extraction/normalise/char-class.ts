/** 0 = no part of a word; 1 = letter, number or mark; 2 = the same in a script written without spaces. */
export type CharClass = 0 | 1 | 2;

const WORD = /[\p{L}\p{N}\p{M}]/u;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}\u30FC\u3099\u309A]/u;
const UNKNOWN = 255;
const known = new Uint8Array(65536).fill(UNKNOWN);

function classify(character: string): CharClass {
  if (UNSPACED.test(character)) return 2;
  return WORD.test(character) ? 1 : 0;
}

/** Class of a UTF-16 unit. Surrogates count as no part of a word: astral letters fold to the plane below or stand alone. */
export function charClass(unit: number): CharClass {
  const cached = known[unit];
  if (cached === 0 || cached === 1 || cached === 2) return cached;
  const found = unit >= 0xd800 && unit <= 0xdfff ? 0 : classify(String.fromCharCode(unit));
  known[unit] = found;
  return found;
}
