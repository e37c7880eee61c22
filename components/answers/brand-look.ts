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

/** A mark's colours; after the eighth brand the rivals' come again, the own brand's never. */
export function brandLook(brand: number): string {
  return LOOKS[brand === 0 ? 0 : 1 + ((brand - 1) % (LOOKS.length - 1))] ?? LOOKS[0];
}

/** What all marks inside have in common: said once around them, since a long answer has hundreds. */
export const MARKS_INSIDE =
  "[&_mark]:scroll-mt-24 [&_mark]:rounded-sm [&_mark]:text-ink [&_mark]:underline [&_mark]:decoration-2 [&_mark]:underline-offset-3 [&_mark:target]:outline-2 [&_mark:target]:outline-current [&_mark:target]:outline-offset-2";

/** The id of a place of the text, for links to it. */
export function placeId(start: number): string {
  return `said-${start}`;
}

/** The id of the place where a brand is named first, for links to it. */
export function firstMentionId(brand: number): string {
  return `named-first-${brand}`;
}
