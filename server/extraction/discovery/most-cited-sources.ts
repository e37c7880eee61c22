/** A site that answers cite, and in how many of them. */
export type CitedSource = {
  readonly domain: string;
  readonly answerIds: readonly string[];
  /** Different pages of it. */
  readonly pages: number;
};

/** Sites by the number of answers that cite them (`kind` cited alone), most first. An answer counts a site once. */
export function mostCitedSources(
  answers: readonly {
    readonly id: string;
    readonly citations: readonly {
      readonly domain: string;
      readonly canonicalUrl: string;
      readonly kind: string;
    }[];
  }[],
): CitedSource[] {
  const sources = new Map<string, { answerIds: Set<string>; pages: Set<string> }>();
  for (const { id, citations } of answers) {
    for (const { domain, canonicalUrl, kind } of citations) {
      if (kind !== "cited") continue;
      const source = sources.get(domain) ?? { answerIds: new Set(), pages: new Set() };
      sources.set(domain, source);
      source.answerIds.add(id);
      source.pages.add(canonicalUrl);
    }
  }
  return [...sources]
    .map(([domain, { answerIds, pages }]) => ({ domain, answerIds: [...answerIds], pages: pages.size }))
    .sort(
      (left, right) =>
        right.answerIds.length - left.answerIds.length || (left.domain < right.domain ? -1 : 1),
    );
}
