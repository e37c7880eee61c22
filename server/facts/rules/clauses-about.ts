/** Half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const TURNS =
  /[;；]|[\s,](?:while|whilst|whereas|but|unlike|although|though|compared (?:to|with)|versus|vs\.?|während|aber|hingegen|wogegen|anders als|tandis que|mais|contrairement à|mientras que|pero|aunque|a diferencia de)\s|一方|しかし/giu;

/**
 * The parts of a sentence that are about the brand: those that name it and no rival, and what follows them until another
 * brand is named. A part in which both stand is cut at its commas. Spans count in the sentence; without any of the brand's
 * own, all of it is about the brand, but for what names a rival.
 */
export function clausesAbout(sentence: string, own: readonly Span[], rivals: readonly Span[]): string[] {
  const about: string[] = [];
  let isOurs = own.length === 0 || rivals.length === 0;
  for (const piece of pieces(sentence, TURNS)) {
    const parts = names(piece, own) && names(piece, rivals) ? pieces(sentence, /[,，、]/gu, piece) : [piece];
    for (const part of parts) {
      if (names(part, rivals)) isOurs = false;
      else if (names(part, own)) isOurs = true;
      if (isOurs) about.push(sentence.slice(part.start, part.end));
    }
  }
  return about;
}

function pieces(text: string, turns: RegExp, within: Span = { start: 0, end: text.length }): Span[] {
  const found: Span[] = [];
  let { start } = within;
  for (const match of text.slice(within.start, within.end).matchAll(turns)) {
    const at = within.start + match.index;
    found.push({ start, end: at });
    start = at + match[0].length;
  }
  found.push({ start, end: within.end });
  return found;
}

function names(piece: Span, spans: readonly Span[]): boolean {
  return spans.some(({ start, end }) => start < piece.end && end > piece.start);
}
