import { HARMLESS_WORDS, NUMBER_WORDS, SAME_WORDS } from "./guard-words";

/** A number with its separators, a word, or a sign that changes what is said. */
const TOKENS = /\d+(?:[.,]\d+)*|[\p{L}\p{M}]+|[?$€£¥%+#&]/gu;
/** Of one sort from here on: short forms and apostrophes. */
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/[’ʼ]/g, "'"],
  [/\bwon't\b/gi, "will not"],
  [/\bcan(?:'t|not)\b/gi, "can not"],
  [/n't\b/gi, " not"],
  [/'s\b/gi, ""],
];

/**
 * What two texts have to share, word for word and in this order, before their similarity counts: every word, number, name
 * and negation, but for harmless words, and with one word for those that mean the same. Vectors hardly see a "not", another
 * number, or two names that changed places; this does. Linear in the text.
 */
export function guardOf(text: string): string {
  const plain = SHORT_FORMS.reduce((so, [form, full]) => so.replace(form, full), text.normalize("NFKC"));
  return [...plain.matchAll(TOKENS)]
    .map((match) => kindOf(match[0], beginsSentence(plain, match.index)))
    .filter((kind) => kind !== "")
    .join(" ");
}

/** What stands for a word of a text; "" for one that says nothing. */
export function kindOf(token: string, beginning: boolean): string {
  if (/^\d/.test(token)) return token.replace(/[.,](?=\d{3}(?!\d))/g, "").replace(",", ".");
  const word = token
    .toLowerCase()
    .normalize("NFD")
    .replace(/(?<=[a-z])\p{Mn}+/gu, "");
  const isAbbreviation = /^\p{Lu}+$/u.test(token) && token !== "I" && !(token === "A" && beginning);
  if (isAbbreviation) return token;
  if (HARMLESS_WORDS.has(word)) return "";
  const singular = /^[a-z]{2,}[^su]s$/.test(word) ? word.slice(0, -1) : word;
  return NUMBER_WORDS.get(word) ?? SAME_WORDS.get(word) ?? SAME_WORDS.get(singular) ?? singular;
}

/** Whether nothing but signs stands between `at` and the end of a sentence or line before it. */
function beginsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:\n])[^\p{L}\p{N}]*$/u.test(text.slice(Math.max(0, at - 8), at));
}
