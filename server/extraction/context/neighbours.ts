const MARKUP = /[*_"“”'‘`~[\]#]/u;
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
const REACH = 60;

/** The word next to a span, and whether anything but a space or markup stands between. */
export type Neighbour = {
  /** The word as written, null when punctuation, a break or the text's end comes first. */
  readonly word: string | null;
  /** The first character that is neither space nor markup; "" at the text's end. */
  readonly character: string;
  readonly spaced: boolean;
};

/** The neighbour after an offset. Markdown emphasis, quotes and opening brackets are looked through. Bounded. */
export function neighbourAfter(text: string, at: number): Neighbour {
  let from = at;
  const limit = Math.min(text.length, at + REACH);
  while (from < limit && (text[from] === " " || MARKUP.test(text[from] ?? ""))) from += 1;
  let to = from;
  while (to < limit && (WORD_CHARACTER.test(text[to] ?? "") || (to > from && text[to] === "-"))) to += 1;
  return { word: to > from ? text.slice(from, to) : null, character: text[from] ?? "", spaced: from > at };
}

/** The neighbour before an offset. */
export function neighbourBefore(text: string, at: number): Neighbour {
  let to = at;
  const limit = Math.max(0, at - REACH);
  while (to > limit && (text[to - 1] === " " || MARKUP.test(text[to - 1] ?? ""))) to -= 1;
  let from = to;
  while (from > limit && WORD_CHARACTER.test(text[from - 1] ?? "")) from -= 1;
  return { word: from < to ? text.slice(from, to) : null, character: text[to - 1] ?? "", spaced: to < at };
}
