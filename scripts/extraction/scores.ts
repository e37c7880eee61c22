/** How often something was right, of how many. */
export type Share = { good: number; of: number };

/** What is measured, in the order of the table. Precision and recall are of mentions, once an answer. */
export const MEASURES = [
  "precision",
  "recall",
  "exact rank",
  "exact rank, null included",
  "stance",
  "citation precision",
  "citation recall",
] as const;
export type Measure = (typeof MEASURES)[number];

/** Shares by engine and measure; everything is counted for "all" as well. */
export class Scores {
  readonly engines = new Map<string, Map<Measure, Share>>([["all", new Map()]]);

  count(engine: string, measure: Measure, good: boolean): void {
    for (const key of ["all", engine]) {
      const shares = this.engines.get(key) ?? new Map<Measure, Share>();
      this.engines.set(key, shares);
      const share = shares.get(measure) ?? { good: 0, of: 0 };
      shares.set(measure, { good: share.good + (good ? 1 : 0), of: share.of + 1 });
    }
  }

  share(engine: string, measure: Measure): Share {
    return this.engines.get(engine)?.get(measure) ?? { good: 0, of: 0 };
  }

  /** Harmonic mean of precision and recall; null where nothing was counted. */
  f1(engine: string): number | null {
    const [precision, recall] = [this.share(engine, "precision"), this.share(engine, "recall")];
    return precision.of + recall.of === 0 ? null : (2 * precision.good) / (precision.of + recall.of);
  }
}
