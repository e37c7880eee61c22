import { foldText } from "./fold-text";

/** Printable ASCII without backslash and backtick folds to its lower case, hyphens to spaces. */
const PLAIN_ASCII = /^[ -[\]-_a-~]*$/;

/** The folded form of any text as a string, for names and for checks in tests. */
export function foldedString(text: string): string {
  if (!PLAIN_ASCII.test(text)) return foldText(text);
  const lower = text.toLowerCase();
  return lower.includes("-") ? lower.replaceAll("-", " ") : lower;
}

/** The form on which two names or aliases count as the same: folded, spaces and hyphens as one space, ends trimmed. */
export function foldName(name: string): string {
  const folded = foldedString(name);
  return /\s/.test(folded) ? folded.replace(/\s+/g, " ").trim() : folded;
}
