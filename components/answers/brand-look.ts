/** How a brand's name looks where it is marked, by the brand's place in the project: the own brand comes first. */
const LOOKS = [
  "bg-series-1/15 decoration-series-1",
  "bg-series-2/15 decoration-series-2",
  "bg-series-3/15 decoration-series-3",
  "bg-series-4/15 decoration-series-4",
  "bg-series-5/15 decoration-series-5",
  "bg-series-6/15 decoration-series-6",
  "bg-series-7/15 decoration-series-7",
  "bg-series-8/15 decoration-series-8",
] as const;

/** Classes of a mark; after the eighth brand the rivals' colours come again, the own brand's never. */
export function brandLook(brand: number): string {
  const look = LOOKS[brand === 0 ? 0 : 1 + ((brand - 1) % (LOOKS.length - 1))] ?? LOOKS[0];
  return `${look} rounded-sm text-ink underline decoration-2 underline-offset-3`;
}

/** The id of the place where a brand is named first, for links to it. */
export function firstMentionId(brand: number): string {
  return `named-first-${brand}`;
}
