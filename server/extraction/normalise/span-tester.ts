import type { Span } from "@/server/extraction/extraction-types";

/** Tells whether an offset lies in one of the spans, which are sorted and don't overlap. Logarithmic a question. */
export function spanTester(spans: readonly Span[]): (at: number) => boolean {
  return (at) => {
    let low = 0;
    let high = spans.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const span = spans[middle];
      if (span === undefined || at < span.start) high = middle - 1;
      else if (at >= span.end) low = middle + 1;
      else return true;
    }
    return false;
  };
}
