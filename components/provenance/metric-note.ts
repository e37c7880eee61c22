import type { MetricFlag } from "@/server/metrics";
import type { MetricFacts, ReportedMetric } from "@/server/reports/contract";
import type { NoteLine, ProvenanceNote } from "./provenance-note";

const FLAGS: Readonly<Record<MetricFlag, string>> = {
  completion_below_90: "under 90 % of the asks came back",
  suppressed_below_70: "under 70 % of the asks came back: value and intervals are withheld",
  no_rivals: "no rival is declared",
  no_mentions: "no answer names a brand of the declared set",
  no_citations: "no answer cites any page",
  no_checks: "no cited page was looked at",
  no_data: "nothing entered the denominator",
  no_repeats: "too many prompts with a single answer for an interval on these prompts",
  unstable: "unstable: taken from the answers that happen to have it",
};

const EVIDENCE: Readonly<Record<ReportedMetric["evidence"], string>> = {
  level: "25 prompts or more: a level",
  early: "fewer than 25 prompts: an early level",
  counts: "fewer than 10 prompts or 50 answers: counts and a bound, no level",
};

/** The part of a note that is the same wherever the metric stands. Make it once a page. */
export function aboutMetric(metric: MetricFacts): ProvenanceNote["about"] {
  return {
    id: metric.id,
    definition: metric.description,
    lines: [
      ["Formula", metric.formula],
      ["Counted out of", metric.denominator],
    ],
  };
}

/** Where a metric's number comes from. `of`: the brand's name, or the engine's for a metric of the engine. */
export function metricNote(
  row: ReportedMetric,
  metric: MetricFacts,
  of: string,
  shared: Pick<ProvenanceNote, "about" | "source">,
): ProvenanceNote {
  const { words, successes, total, n, k, seed, flags, evidence } = row;
  const [panel, market] = [words.panel?.replace("panel ", ""), words.market?.replace("market ", "")];
  const line = (label: string, text: string | undefined): NoteLine[] => (text ? [[label, text]] : []);
  return {
    title: `${metric.label}: ${of}`,
    facts: [
      ["Value", words.value],
      ...line("Panel interval", panel && `${panel}, on these prompts (95 %)`),
      ...line("Market interval", market && `${market}, on prompts like these (95 %)`),
      ...line(
        "Bound",
        words.bound === null ? undefined : `${words.bound}, on prompts like these (95 %, one-sided)`,
      ),
      ["Counts", `${successes} of ${total} ${metric.counted}`],
      ["Sample", `n = ${n} ${metric.counted === "asks" ? "asks" : "answers"}, K = ${k} prompts`],
      ["Evidence", EVIDENCE[evidence]],
      ...line("Flags", flags.map((flag) => FLAGS[flag]).join("; ")),
      ...line("Bootstrap seed", seed === null ? undefined : String(seed)),
    ],
    ...shared,
  };
}
