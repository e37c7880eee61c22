import type { Span } from "@/server/extraction/extraction-types";
import type { Item } from "./item-collector";

/** Whether one of the spans, which are sorted, lies inside the label. Logarithmic in their number. */
function namesLabel(spans: readonly Span[], label: Span): boolean {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < label.start) low = middle + 1;
    else high = middle;
  }
  const first = spans[low];
  return first !== undefined && first.end <= label.end;
}

/** Position of the first item that one of the spans helps to name; null when the spans name no item. */
export function rankOf(spans: readonly Span[], items: readonly Item[]): number | null {
  for (const { position, labels } of items) {
    if (labels.some((label) => namesLabel(spans, label))) return position;
  }
  return null;
}
