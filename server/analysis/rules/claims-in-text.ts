import type { Claim } from "../tasks/claims";

/** By subject, the words that make a sentence about a brand one that can be checked. The first that fits names it. */
const CUES: readonly (readonly [Claim["subject"], RegExp])[] = [
  [
    "price",
    /[$€£¥]\s?\d|\d\s?(?:USD|EUR|GBP|dollars|euros)\b|\b(?:per month|per user|a month|free plan|free tier|free trial)\b/i,
  ],
  [
    "limit",
    /\b(?:lacks?|limited to|doesn[’']t support|does not support|no longer|without support|missing)\b/i,
  ],
  ["award", /\b(?:awards?|awarded|named (?:best|a leader)|ranked|rated \d)/i],
  ["company", /\b(?:founded|acquired|owned by|headquartered|based in|subsidiary|launched in)\b/i],
  [
    "feature",
    /\b(?:supports?|includes?|integrates?|offers?|provides?|comes with|built[- ]in|available (?:on|in|for))\b/i,
  ],
  ["other", /\d/],
];

/** Sentences that name the brand and can be checked. Linear in the text. */
export function claimsInText(text: string, brand: string): Claim[] {
  return sentences(text)
    .filter((sentence) => sentence.includes(brand))
    .flatMap((quote) => {
      const subject = subjectOf(quote);
      return subject ? [{ quote, subject }] : [];
    });
}

/** What a sentence about a brand claims of it, by its words; null where it says nothing that can be checked. */
export function subjectOf(sentence: string): Claim["subject"] | null {
  return CUES.find(([, cue]) => cue.test(sentence))?.[0] ?? null;
}

/** Pieces between ends of sentences and lines. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?。！？])\s+|\n+/u)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== "");
}
