import type { ShownText } from "./contract";

/** Characters that turn the order of what follows, or can't be seen: they could make a text read as what it isn't. */
const UNSEEN = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** At most `most` characters of a job's text, with what can't be seen in sight as U+FFFD. */
export function shownText(text: string, most: number): ShownText {
  const start = text.slice(0, most).replace(UNSEEN, "\uFFFD");
  return { text: start.toWellFormed(), cut: text.length > most };
}
