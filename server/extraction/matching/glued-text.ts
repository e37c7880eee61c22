/** A page flattened to one line runs sentences and names together ("Guitar CenterSweetwater", "by Bose.Pros:"). */
const GLUED_SENTENCE = /\p{Ll}[.:?!]\p{Lu}/gu;
const FEWEST_GLUED = 2;
const LONGEST_PROBE = 20_000;

/** Whether a text was flattened: no line break and at least two sentences without a space between. */
export function isFlattened(text: string): boolean {
  if (text.includes("\n")) return false;
  let found = 0;
  for (const _ of text.slice(0, LONGEST_PROBE).matchAll(GLUED_SENTENCE)) {
    found += 1;
    if (found >= FEWEST_GLUED) return true;
  }
  return false;
}

/** Whether two names may have been run together at `at`: "centerSweet", "$665.00Saatva", "FriendAmazon". */
export function isGlueSeam(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 8), at);
  const after = text.slice(at, at + 2);
  return /^\p{Lu}/u.test(after) && (/\p{Ll}$/u.test(before) || /[$€£]?\d[.,]\d{1,2}$/u.test(before));
}
