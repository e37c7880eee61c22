/** A page flattened to one line runs sentences and names together ("Guitar CenterSweetwater", "by Bose.Pros:"). */
const GLUED_SENTENCE = /\p{Ll}[.:?!]\p{Lu}|\u00A0\p{Lu}/gu;
const FEWEST_GLUED = 2;
const LONGEST_PROBE = 20_000;

/** Whether a text was flattened: no line break and at least two sentences or blocks without a space between. */
export function isFlattened(text: string): boolean {
  if (text.includes("\n")) return false;
  let found = 0;
  for (const _ of text.slice(0, LONGEST_PROBE).matchAll(GLUED_SENTENCE)) {
    found += 1;
    if (found >= FEWEST_GLUED) return true;
  }
  return false;
}

const OPENS_NAME = /^\p{Lu}/u;
const OPENS_WORD = /^\p{Lu}\p{Ll}/u;
const INITIALS_LAST = /(?<!\p{L})\p{Lu}{2,5}$/u;
/** A small letter, initials, a price or a model number ("REIAmazon", "$665.00Saatva", "DZ401Ninja") end what stands before. */
const ENDS_NAME = /\p{Ll}$|[$€£]?\d[.,]\d{1,2}$|\p{Lu}\p{L}*-?\d{2,5}$/u;

/** Whether two names may have been run together at `at`: "centerSweet", "$665.00Saatva", "FriendAmazon". */
export function isGlueSeam(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x41 || (code > 0x5a && code < 0x80)) return false;
  const after = text.slice(at, at + 2);
  const before = text.slice(Math.max(0, at - 10), at);
  if (OPENS_NAME.test(after) && ENDS_NAME.test(before)) return true;
  return OPENS_WORD.test(after) && INITIALS_LAST.test(before);
}

const RUN_REACH = 60;
const ENDS_RUN = /[.:;!?\u00A0\uFFFC]/u;

/** Whether a stretch stands in a run of names without spaces ("AmazonWalmartTarget"): another seam is near, no sentence's end. */
export function isInRun(text: string, start: number, end: number): boolean {
  const floor = Math.max(1, start - RUN_REACH);
  for (let at = start - 1; at >= floor && !ENDS_RUN.test(text.charAt(at)); at -= 1)
    if (isGlueSeam(text, at)) return true;
  const limit = Math.min(text.length, end + RUN_REACH);
  for (let at = end + 1; at < limit && !ENDS_RUN.test(text.charAt(at)); at += 1)
    if (isGlueSeam(text, at)) return true;
  return false;
}
