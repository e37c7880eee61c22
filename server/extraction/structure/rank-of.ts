import type { Span } from "@/server/extraction/extraction-types";
import type { Item } from "./item-collector";

/** Position of the first item that one of the spans helps to name; null when the spans name no item. Both sorted. */
export function rankOf(spans: readonly Span[], items: readonly Item[]): number | null {
  for (const item of items) {
    for (const label of item.labels) {
      if (spans.some((span) => span.start >= label.start && span.end <= label.end)) return item.position;
    }
  }
  return null;
}
