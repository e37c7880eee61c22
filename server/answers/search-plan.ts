/** Scripts that put no spaces between words: Postgres sees a whole sentence of them as one word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const TERM = /(-?)(?:"([^"]*)"?|(\S+))/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** How a search is carried out, and what of it is marked where it is found. */
export interface SearchPlan {
  /** `words`: Postgres' full text, in no language's grammar. `substring`: the very characters, in either case. */
  readonly by: "words" | "substring";
  /** In lower case: words of letters and digits alone, or the one string that is looked for. */
  readonly sought: readonly string[];
}

/** Words are looked up as words; what has none (signs), or none that spaces would part, as it stands. */
export function planSearch(query: string): SearchPlan {
  const words = wantedWords(query);
  const hasWords = /[\p{L}\p{N}]/u.test(query);
  if (!hasWords || UNSPACED.test(query)) return { by: "substring", sought: [query.toLowerCase()] };
  return { by: "words", sought: words };
}

/** The words that a match has to hold or may hold: without `or`, and without what is excluded. */
function wantedWords(query: string): string[] {
  const words = [...query.matchAll(TERM)].flatMap(([, minus, phrase, bare]) => {
    if (minus || bare?.toLowerCase() === "or") return [];
    return (phrase ?? bare ?? "").toLowerCase().match(WORD) ?? [];
  });
  return [...new Set(words)];
}

/** `text` as a pattern of LIKE that means exactly itself, anywhere. */
export function likeAnywhere(text: string): string {
  return `%${escapeLike(text)}%`;
}

/** The same, at the beginning. */
export function likePrefix(text: string): string {
  return `${escapeLike(text)}%`;
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
