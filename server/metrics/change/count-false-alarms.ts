import type { Interval, MetricValue, Shortfall, Verdict } from "../contract";
import { measureRate } from "../measure-rate";
import { type Comparison, SIGNIFICANCE } from "./judge-sweep";
import { ALERT_THRESHOLD, reaches } from "./next-alert";

/** A comparison of two halves of one time, judged as any other; those of one cluster, a series in that time, share answers. */
export interface HalvesCompared {
  readonly cluster: string;
  readonly comparison: Comparison;
  readonly verdict: Verdict;
}

/** How many of the tested comparisons a rule calls, and their share. */
export interface Called {
  readonly count: number;
  /** 0 to 1; null where nothing was tested. */
  readonly share: number | null;
  /** 95 %, over clusters as the market interval is over prompts; null where nothing was tested. */
  readonly interval: Interval | null;
}

export interface FalseAlarmCount {
  /** Comparisons that the test took, of those in which anything could have differed. */
  readonly tested: number;
  /** Those in which nothing could: every answer of both halves has the brand, or none has. They would only flatter the share. */
  readonly alike: number;
  /** Clusters that they are of. */
  readonly clusters: number;
  readonly evidence: MetricValue["evidence"];
  /** Called a change by the shipped rule. */
  readonly changed: Called;
  /** p ≤ 0.05, each by itself. */
  readonly significant: Called;
  /** At least as far apart as raises an alert: what a tool would call that looks at the difference alone. */
  readonly apart: Called;
  /** Comparisons that the test refused, by the reason; "series_break" where the halves were made with something else. */
  readonly refused: Readonly<Partial<Record<Shortfall | "series_break", number>>>;
}

type Tested = Extract<Verdict, { kind: "changed" | "no_detectable_change" }>;

/** False alarms among comparisons between which nothing changed. A share is the mean over clusters. */
export function countFalseAlarms(compared: readonly HalvesCompared[]): FalseAlarmCount {
  const taken = compared.flatMap(({ verdict, ...rest }) => (isTested(verdict) ? [{ ...rest, verdict }] : []));
  const tested = taken.filter(({ comparison }) => differs(comparison));
  const clusters = [...Map.groupBy(tested, ({ cluster }) => cluster).values()];
  const measured = (hit: (verdict: Tested) => boolean) =>
    measureRate(clusters.map((own) => own.map(({ verdict }) => ({ hit: hit(verdict), day: null }))));
  const called = (hit: (verdict: Tested) => boolean): Called => {
    const { successes, value, market } = measured(hit);
    return { count: successes, share: value, interval: market };
  };
  return {
    tested: tested.length,
    alike: taken.length - tested.length,
    clusters: clusters.length,
    evidence: measured(() => false).evidence,
    changed: called(({ kind }) => kind === "changed"),
    significant: called(({ p }) => p <= SIGNIFICANCE),
    apart: called(({ difference }) => reaches(difference, ALERT_THRESHOLD)),
    refused: countRefused(compared),
  };
}

function isTested(verdict: Verdict): verdict is Tested {
  return verdict.kind === "changed" || verdict.kind === "no_detectable_change";
}

function differs({ before, after }: Comparison): boolean {
  const hits = new Set(
    [before, after].flatMap(({ trials }) => [...trials.values()].flat().map(({ hit }) => hit)),
  );
  return hits.size === 2;
}

function countRefused(compared: readonly HalvesCompared[]): FalseAlarmCount["refused"] {
  const refused: Partial<Record<Shortfall | "series_break", number>> = {};
  for (const { verdict } of compared) {
    if (isTested(verdict)) continue;
    const why = verdict.kind === "series_break" ? "series_break" : verdict.why;
    refused[why] = (refused[why] ?? 0) + 1;
  }
  return refused;
}
