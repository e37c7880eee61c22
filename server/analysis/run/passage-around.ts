/** What stands on each side of a word is seen this far, in UTF-16 units. */
const AROUND = 700;

/** A stretch of the text around a span, cut between characters: what is asked about, as it stands there. */
export function passageAround(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return passageBetween(text, Math.max(0, start - AROUND), Math.min(text.length, end + AROUND));
}

/** The text from one place to another, cut between characters. */
export function passageBetween(text: string, from: number, to: number): string {
  return text.slice(isLowSurrogate(text, from) ? from + 1 : from, isLowSurrogate(text, to) ? to - 1 : to);
}

/** Whether a cut at `at` would part a pair of surrogates. */
function isLowSurrogate(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
