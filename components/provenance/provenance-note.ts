/** A fact about a number: what it is called, and what it is. */
export type NoteLine = readonly [label: string, text: string];

/**
 * Where a number comes from, as one shows it. A page has many: `about` (of the metric) and `source` (of the window) are
 * shared objects, which travel to the browser once.
 */
export interface ProvenanceNote {
  readonly title: string;
  readonly about: { readonly id: string; readonly definition: string; readonly lines: readonly NoteLine[] };
  readonly facts: readonly NoteLine[];
  readonly source: readonly NoteLine[];
}
