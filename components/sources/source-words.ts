import { formatNumber } from "@/components/ui/format";
import type { SourceRow, SourceScope } from "@/server/sources/contract";

/** "12.4 %", or one decimal more below 1 %. */
function percent(share: number): string {
  const value = share * 100;
  return `${value > 0 && value < 1 ? value.toFixed(2) : value.toFixed(1)} %`;
}

export interface ShareWords {
  /** "12.4 %", "early: 12.4 %", or "12 of 40 answers" where they are too few for a share. */
  readonly value: string;
  /** "market 8.1 to 18.2 %", or "at most 18.2 %". */
  readonly interval: string | null;
}

/** A domain's part of the citations, in the words that so many answers and prompts allow. */
export function shareWords(
  { share, interval, cited }: Pick<SourceRow, "share" | "interval" | "cited">,
  { evidence, answers }: Pick<SourceScope, "evidence" | "answers">,
): ShareWords {
  if (evidence === "counts") {
    const value = `${formatNumber(cited)} of ${formatNumber(answers)} answers`;
    return { value, interval: interval && `at most ${percent(interval.high)}` };
  }
  const ends = interval && `market ${percent(interval.low).replace(" %", "")} to ${percent(interval.high)}`;
  return { value: `${evidence === "early" ? "early: " : ""}${percent(share)}`, interval: ends };
}

/** What the engines let be seen of pages that they only looked at, in one line. */
export function retrievalWords(engines: SourceScope["engines"]): string {
  const [shown, hidden] = [true, false].map((shows) =>
    engines.filter(({ showsRetrieved }) => showsRetrieved === shows).map(({ label }) => label),
  );
  if (!shown?.length) return `not observable: ${onlyCites(hidden ?? [])}`;
  if (!hidden?.length) return "answers whose engine looked at a page of it and neither cited nor linked one";
  return `of ${listed(shown)} alone: ${onlyCites(hidden)}`;
}

function onlyCites(names: readonly string[]): string {
  return names.length === 1
    ? `${listed(names)} doesn’t show what it looks at`
    : `${listed(names)} don’t show what they look at`;
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** "1,204" or "–" where it wasn't counted when the week was measured. */
export function citationWords(citations: number | null): string {
  return citations === null ? "–" : formatNumber(citations);
}
