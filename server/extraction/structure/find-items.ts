import type { Span } from "@/server/extraction/extraction-types";

/** A recommended item: its position among all items (from 1) and the stretches of text that name it. */
export type Item = { readonly position: number; readonly labels: readonly Span[] };

/** Items of the recommendation lists of masked prose, in reading order. */
export function findItems(_prose: string): Item[] {
  return [];
}
