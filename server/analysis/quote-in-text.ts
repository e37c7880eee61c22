/**
 * The quote as it stands in the text, trimmed and cut at `most` UTF-16 units, or null where it doesn't: a model that quotes
 * what isn't there made it up, or was told to by the text.
 */
export function quoteInText(text: string, quote: string, most: number): string | null {
  const trimmed = quote.trim();
  if (trimmed === "" || !text.includes(trimmed)) return null;
  return trimmed.length <= most
    ? trimmed
    : trimmed
        .slice(0, most)
        .toWellFormed()
        .replace(/\uFFFD$/, "");
}

/** Whether a model's confidence is one. */
export function isConfidence(value: number): boolean {
  return value >= 0 && value <= 1;
}
