import { foldCharacter } from "./fold-character";

/** Folded text with, per folded unit, where its character starts and ends in the original. */
export type FoldedText = {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly length: number;
};

const BACKSLASH = 0x5c;
const ASCII_SIZE = 128;

const asciiFold = Uint16Array.from({ length: ASCII_SIZE }, (_, code) => {
  const folded = foldCharacter(String.fromCharCode(code));
  return folded.charCodeAt(0);
});
const cache = new Map<number, string>();

function foldCodePoint(codePoint: number): string {
  const cached = cache.get(codePoint);
  if (cached !== undefined) return cached;
  const folded = foldCharacter(String.fromCodePoint(codePoint));
  if (cache.size < 20_000) cache.set(codePoint, folded);
  return folded;
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
    if (code < ASCII_SIZE) return code;
    const codePoint = text.codePointAt(next) ?? code;
    const folded = foldCodePoint(codePoint);
    if (folded !== "") return folded.charCodeAt(0);
    next += codePoint > 0xffff ? 2 : 1;
  }
  return Number.NaN;
}

/** Length of a Hangul syllable spelt with separate jamo at `at` (as files from macOS spell it), or 0. */
function jamoLength(text: string, at: number): number {
  const vowel = text.charCodeAt(at + 1);
  if (!(vowel >= 0x1161 && vowel <= 0x1175)) return 0;
  const final = text.charCodeAt(at + 2);
  return final >= 0x11a8 && final <= 0x11c2 ? 3 : 2;
}

function isMark(codePoint: number): boolean {
  return codePoint >= 0x300 && /^\p{M}$/u.test(String.fromCodePoint(codePoint));
}

/** Where the character at `at` ends: two units for a surrogate pair, up to three for a syllable of separate jamo. */
function characterEnd(text: string, at: number, codePoint: number): number {
  if (codePoint > 0xffff) return at + 2;
  const jamo = codePoint >= 0x1100 && codePoint <= 0x1112 ? jamoLength(text, at) : 0;
  return at + (jamo === 0 ? 1 : jamo);
}

function foldAt(text: string, at: number, end: number, codePoint: number): string {
  return end - at > 1 && codePoint <= 0xffff
    ? text.slice(at, end).normalize("NFC")
    : foldCodePoint(codePoint);
}

/** Upper bound of the folded length, so that the buffers are allocated once. */
function foldedCapacity(text: string): number {
  let capacity = text.length;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) < ASCII_SIZE) continue;
    const codePoint = text.codePointAt(at) ?? 0;
    const extra = foldAt(text, at, characterEnd(text, at, codePoint), codePoint).length - 1;
    if (extra > 0) capacity += extra;
  }
  return capacity;
}

/**
 * Folds text for matching: NFKC, lower case, accents of Latin, Greek and Cyrillic off, invisible characters and
 * markdown's backslash escapes out, hyphens to spaces. Offsets are kept; linear in the text's length.
 */
export function foldText(text: string): FoldedText {
  const capacity = foldedCapacity(text);
  const units = new Uint16Array(capacity);
  const starts = new Uint32Array(capacity);
  const ends = new Uint32Array(capacity);
  let length = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code < ASCII_SIZE) {
      if (code !== BACKSLASH || !isAsciiPunctuation(foldedAfter(text, at))) {
        units[length] = asciiFold[code] ?? 0;
        starts[length] = at;
        ends[length] = at + 1;
        length += 1;
      }
      at += 1;
      continue;
    }
    const codePoint = text.codePointAt(at) ?? code;
    const next = characterEnd(text, at, codePoint);
    const folded = foldAt(text, at, next, codePoint);
    // A stripped accent belongs to the letter before it, so that a highlight doesn't cut "é" in two.
    if (folded === "" && length > 0 && isMark(codePoint) && ends[length - 1] === at) ends[length - 1] = next;
    for (let index = 0; index < folded.length; index += 1) {
      units[length] = folded.charCodeAt(index);
      starts[length] = at;
      ends[length] = next;
      length += 1;
    }
    at = next;
  }
  return { units, starts, ends, length };
}
