/** Spaces that look like one and aren't, as web pages and word processors write them. */
const OTHER_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
/** Takes up no room and means nothing in a question: byte order mark, zero-width space, control characters. */
const NOTHING = /[\uFEFF\u200B]|(?!\n)\p{Cc}/gu;
/** Marks of direction that copied right-to-left text is wrapped in. Inside a text they stay. */
const DIRECTION_AT_ENDS =
  /^[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]+|[\s\u200E\u200F\u202A-\u202E\u2066-\u2069]+$/gu;

/** Pasted text as a person would have typed it: ordinary spaces, no invisible characters, trimmed. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(OTHER_SPACES, " ")
    .replace(NOTHING, "")
    .replace(DIRECTION_AT_ENDS, "");
}

/** A text as the server compares texts: Unicode form and outer space make no difference. */
export function textKey(text: string): string {
  return text.normalize("NFC").trim();
}

/** What makes two prompts the same question, as the server's hash does: text and locale. "" for a blank one. */
export function questionKey({ text, locale }: { readonly text: string; readonly locale: string }): string {
  const key = textKey(text);
  return key === "" ? "" : `${locale}\n${key}`;
}

/** One or several tags as typed, separated by commas of any script; each once, whatever its case. */
export function splitTags(typed: string): string[] {
  const tags = typed.split(/[,،、，]/u).map((tag) => cleanText(tag).replace(/\s+/gu, " "));
  return withoutRepeats(tags.filter((tag) => tag !== ""));
}

export function withoutRepeats(tags: readonly string[]): string[] {
  const lower = tags.map((tag) => tag.toLowerCase());
  return tags.filter((_, index) => lower.indexOf(lower[index] ?? "") === index);
}
