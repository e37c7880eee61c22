import type { SourceUse } from "./parsed-answer";

/** `[3]`, `[1, 2]`, `[web:3]`; not the beginning of a link or of a link's definition. */
const markers = /\[((?:web:)?\d+(?:\s*,\s*(?:web:)?\d+)*)\](?![(:])/g;
/** `[[3]](https://…)`, with pairs of brackets inside the address. */
const numberedLinks = /\[\[\d+\]\]\((https?:\/\/[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/g;

/** Every marker of the text as a use of the page that its number stands for; a number that stands for none is prose. */
export function markedUses(
  text: string,
  sourceOf: (number: number) => Omit<SourceUse, "span"> | undefined,
): SourceUse[] {
  return [...text.matchAll(markers)].flatMap(({ 0: marker, 1: list = "", index }) =>
    (list.match(/\d+/g) ?? []).flatMap((number) => {
      const source = sourceOf(Number(number));
      return source ? [{ ...source, span: { start: index, end: index + marker.length } }] : [];
    }),
  );
}

/** Every numbered link of the text as a use of its page, without a title. */
export function linkedUses(text: string): SourceUse[] {
  return [...text.matchAll(numberedLinks)].map(({ 0: link, 1: url = "", index }) => ({
    url,
    title: null,
    span: { start: index, end: index + link.length },
  }));
}

/**
 * Uses that are read out of the text and those that annotations tell, in the text's order: an annotation of a place that
 * the text tells as well adds its title alone. Uses without a place come last.
 */
export function mergeUses(told: readonly SourceUse[], annotated: readonly SourceUse[]): SourceUse[] {
  const titles = new Map(annotated.map(({ url, title }) => [url, title]));
  const more = annotated.filter((one) => !told.some((other) => samePlace(one, other)));
  return [...told.map((use) => ({ ...use, title: use.title ?? titles.get(use.url) ?? null })), ...more].sort(
    (a, b) => (a.span?.start ?? Number.MAX_SAFE_INTEGER) - (b.span?.start ?? Number.MAX_SAFE_INTEGER),
  );
}

function samePlace(one: SourceUse, other: SourceUse): boolean {
  if (one.url !== other.url || !other.span) return false;
  return !one.span || (one.span.start < other.span.end && other.span.start < one.span.end);
}
