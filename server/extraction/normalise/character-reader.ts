import { charClass } from "./char-class";
import { foldCharacter } from "./fold-character";

/** A unit whose character folds to no unit or several, or depends on what follows: ask `readCharacter`. */
export const NOT_ONE_UNIT = 0xffff;

const BACKSLASH = 0x5c;
const AMPERSAND = 0x26;
const MOST_CACHED = 20_000;
const KNOWN = 1 << 18;

/** By UTF-16 unit: its folded unit, the class of that in the bits above, and a bit that says it was computed. */
const facts = new Int32Array(0x10000);
const folds = new Map<number, string>();

function learn(code: number): number {
  const folded = foldCharacter(String.fromCharCode(code));
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  const jamo = code >= 0x1100 && code <= 0x1112;
  const alone = folded.length === 1 && !surrogate && !jamo && code !== BACKSLASH && code !== AMPERSAND;
  const unit = alone ? folded.charCodeAt(0) : NOT_ONE_UNIT;
  const fact = KNOWN | (charClass(unit) << 16) | unit;
  facts[code] = fact;
  return fact;
}

/** Facts of a UTF-16 unit in one look-up: `fact & 0xffff` is its folded unit, `fact >> 16 & 3` the class of that. */
export function factOf(code: number): number {
  const fact = facts[code] ?? 0;
  return fact === 0 ? learn(code) : fact;
}

/** Folded unit of a UTF-16 unit that folds to exactly one whatever follows it, else NOT_ONE_UNIT. */
export function foldedUnit(code: number): number {
  return factOf(code) & 0xffff;
}

function isAsciiPunctuation(code: number): boolean {
  return (
    (code > 0x20 && code < 0x30) ||
    (code > 0x39 && code < 0x41) ||
    (code > 0x5a && code < 0x61) ||
    (code > 0x7a && code < 0x7f)
  );
}

/** The first unit that what follows `at` folds to, past what folds to nothing; NaN where the text ends. */
function foldedAfter(text: string, at: number): number {
  for (let next = at + 1; next < text.length; ) {
    const code = text.charCodeAt(next);
    if (code < 0x80) return code;
    const codePoint = text.codePointAt(next) ?? code;
    const folded = foldOne(codePoint);
    if (folded !== "") return folded.charCodeAt(0);
    next += codePoint > 0xffff ? 2 : 1;
  }
  return Number.NaN;
}

/** Units of a Hangul syllable spelt with separate jamo at `at` (as files from macOS spell it), or 0. */
function jamoLength(text: string, at: number): number {
  const vowel = text.charCodeAt(at + 1);
  if (!(vowel >= 0x1161 && vowel <= 0x1175)) return 0;
  const final = text.charCodeAt(at + 2);
  return final >= 0x11a8 && final <= 0x11c2 ? 3 : 2;
}

function foldOne(codePoint: number): string {
  const known = folds.get(codePoint);
  if (known !== undefined) return known;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  if (folds.size < MOST_CACHED) folds.set(codePoint, folded);
  return folded;
}

/** Characters that names have and that HTML spells out. */
const ENTITIES: readonly (readonly [spelling: string, folded: string])[] = [
  ["&amp;", "&"],
  ["&#38;", "&"],
  ["&#39;", "'"],
  ["&#x27;", "'"],
  ["&apos;", "'"],
  ["&rsquo;", "'"],
];

function readEntity(text: string, at: number, reading: CharacterReading): void {
  reading.folded = "&";
  for (const [spelling, folded] of ENTITIES) {
    if (!text.startsWith(spelling, at)) continue;
    reading.folded = folded;
    reading.end = at + spelling.length;
  }
}

/** One character as read: its folded units ("" when it vanishes) and where it ends. Reused, so that reading allocates nothing. */
export type CharacterReading = { folded: string; end: number };

/** Reads the character at `at` into `reading`: a surrogate pair, a syllable of separate jamo and an escape count as one. */
export function readCharacter(text: string, at: number, reading: CharacterReading): void {
  const code = text.charCodeAt(at);
  reading.end = at + 1;
  if (code === BACKSLASH) {
    reading.folded = isAsciiPunctuation(foldedAfter(text, at)) ? "" : "\\";
    return;
  }
  if (code === AMPERSAND) {
    readEntity(text, at, reading);
    return;
  }
  if (code >= 0xd800 && code <= 0xdbff) {
    const codePoint = text.codePointAt(at) ?? code;
    if (codePoint > 0xffff) reading.end = at + 2;
    reading.folded = foldOne(codePoint);
    return;
  }
  const jamo = code >= 0x1100 && code <= 0x1112 ? jamoLength(text, at) : 0;
  if (jamo > 0) {
    reading.end = at + jamo;
    reading.folded = text.slice(at, at + jamo).normalize("NFC");
    return;
  }
  reading.folded = foldOne(code);
}
