import { foldText } from "./fold-text";

const CHUNK = 4096;

/** The folded form of any text as a string, for names and for checks in tests. */
export function foldedString(text: string): string {
  const folded = foldText(text);
  let out = "";
  for (let at = 0; at < folded.length; at += CHUNK) {
    out += String.fromCharCode(...folded.units.subarray(at, Math.min(at + CHUNK, folded.length)));
  }
  return out;
}

/** The form on which two names or aliases count as the same: folded, spaces and hyphens as one space, ends trimmed. */
export function foldName(name: string): string {
  return foldedString(name).replace(/\s+/g, " ").trim();
}
