import { foldText } from "./fold-text";

const CHUNK = 4096;
/** Printable ASCII without backslash and backtick folds to its lower case, hyphens to spaces. */
const PLAIN_ASCII = /^[ -[\]-_a-~]*$/;

/** The folded form of any text as a string, for names and for checks in tests. */
export function foldedString(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.toLowerCase().replaceAll("-", " ");
  const folded = foldText(text);
  let out = "";
  for (let at = 0; at < folded.length; at += CHUNK) {
    out += String.fromCharCode(...folded.units.subarray(at, Math.min(at + CHUNK, folded.length)));
  }
  return out;
}

/** The form on which two names or aliases count as the same: folded, spaces and hyphens as one space, ends trimmed. */
export function foldName(name: string): string {
  const folded = foldedString(name);
  return /\s/.test(folded) ? folded.replace(/\s+/g, " ").trim() : folded;
}
