import { formatNumber } from "@/components/ui/format";
import type { FalseAlarmCounts } from "@/server/reports/contract";

type Called = FalseAlarmCounts["changed"];
type Refusal = keyof FalseAlarmCounts["refused"];

/** "0.8 %", with one decimal. */
function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** "comparison" or "comparisons", with its number. */
export function comparisons(count: number): string {
  return `${formatNumber(count)} ${count === 1 ? "comparison" : "comparisons"}`;
}

/** "4 fortnights of an engine". */
export function fortnights(clusters: number): string {
  return `${formatNumber(clusters)} ${clusters === 1 ? "fortnight" : "fortnights"} of an engine`;
}

export interface ShareWords {
  /** "0.8 %", "early: 0.8 %", or "3 of 40" where they are too few for a share. */
  readonly value: string;
  /** "95 %: 0.3 to 2.1 %", or "at most 9.2 %". */
  readonly interval: string | null;
}

/** How many of the comparisons a rule calls, in the words that so many of them allow. */
export function shareWords({ count, share, interval }: Called, of: FalseAlarmCounts): ShareWords {
  if (share === null) return { value: "no data", interval: null };
  if (of.evidence === "counts") {
    const value = `${formatNumber(count)} of ${formatNumber(of.tested)}`;
    return { value, interval: interval && `at most ${percent(interval.high)}` };
  }
  const ends = interval && `95 %: ${(interval.low * 100).toFixed(1)} to ${percent(interval.high)}`;
  return { value: `${of.evidence === "early" ? "early: " : ""}${percent(share)}`, interval: ends };
}

/** What the share of false alarms says against what the method allows. */
export function verdictWords({ changed, tested }: FalseAlarmCounts, allowed: number): string {
  const limit = `${Math.round(allowed * 100)} %`;
  if (changed.share === null) return "Nothing could be compared yet.";
  if (changed.interval && changed.interval.low > allowed)
    return `That is more than the ${limit} that the method allows: be careful with changes on this project.`;
  if (changed.share > allowed)
    return `That is above the ${limit} that the method allows, but ${comparisons(tested)} can’t tell it from chance.`;
  return `The method allows up to ${limit}.`;
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  few_prompts: "fewer than 10 prompts have answers in both halves",
  few_answers: "a half has fewer than 50 answers",
  low_completion: "under 70 % of the asks of a half came back",
  no_repeats: "most prompts were asked once in a half",
  one_day: "a half has answers of a single day",
  series_break: "the halves were made by different models or versions",
};

/** Why comparisons weren't tested: the most frequent reason first. */
export function refusalWords({ refused }: FalseAlarmCounts): string[] {
  const reasons = (Object.keys(REFUSALS) as Refusal[]).map((why) => ({ why, count: refused[why] ?? 0 }));
  return reasons
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
    .map(({ why, count }) => `${comparisons(count)}: ${REFUSALS[why]}`);
}

/** "3 of 1,204 answers". */
export function controlWords({ found, answers }: FalseAlarmCounts["controls"]): string {
  if (answers === 0) return "not looked for yet";
  return `${formatNumber(found)} of ${formatNumber(answers)} answers`;
}
