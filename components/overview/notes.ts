import { aboutMetric, metricNote } from "@/components/provenance/metric-note";
import type { ProvenanceNote } from "@/components/provenance/provenance-note";
import { sourceLines } from "@/components/provenance/source-lines";
import { streakNote } from "@/components/provenance/streak-note";
import type {
  BrandStreak,
  MetricFacts,
  Overview,
  OverviewSeries,
  PromptStanding,
  ReportedMetric,
  SeriesWindow,
} from "@/server/reports/contract";

/** The notes of a page's numbers. What many of them share is one object. */
export interface Notes {
  readonly ofMetric: (series: OverviewSeries, measured: SeriesWindow, row: ReportedMetric) => ProvenanceNote;
  readonly ofStreak: (series: OverviewSeries, measured: SeriesWindow, streak: BrandStreak) => ProvenanceNote;
  readonly ofPrompt: (
    series: OverviewSeries,
    measured: SeriesWindow,
    prompt: PromptStanding,
  ) => ProvenanceNote;
  readonly brandName: (brandId: string | null) => string;
  readonly factsOf: (metricId: string) => MetricFacts | undefined;
  readonly target: string;
}

const ABOUT_PROMPT: ProvenanceNote["about"] = {
  id: "prompt",
  definition: "How many of the answers to this prompt name the brand in their prose, in this window.",
  lines: [["Counted out of", "answered, refused and empty answers to this prompt"]],
};

export function makeNotes({ metrics, brands, targetPresence }: Overview): Notes {
  const abouts = new Map(metrics.map((metric) => [metric.id, aboutMetric(metric)]));
  const sources = new Map<SeriesWindow, ProvenanceNote["source"]>();
  const sourceOf = (series: OverviewSeries, measured: SeriesWindow) => {
    const made = sources.get(measured) ?? sourceLines(series, measured);
    sources.set(measured, made);
    return made;
  };
  const factsOf = (metricId: string) => metrics.find((metric) => metric.id === metricId);
  const brandName = (brandId: string | null) =>
    brands.find((brand) => brand.brandId === brandId)?.name ?? "a brand that was put away";
  const target = `${Math.round(targetPresence * 100)} %`;
  return {
    factsOf,
    brandName,
    target,
    ofMetric: (series, measured, row) => {
      const [about, facts] = [abouts.get(row.metricId), factsOf(row.metricId)];
      if (!about || !facts) throw new Error(`no such metric in this overview: ${row.metricId}`);
      const of = row.brandId === null ? series.engine : brandName(row.brandId);
      return metricNote(row, facts, of, { about, source: sourceOf(series, measured) });
    },
    ofStreak: (series, measured, streak) =>
      streakNote(streak, brandName(streak.brandId), target, sourceOf(series, measured)),
    ofPrompt: (series, measured, { text, hits, answers, streak }) => ({
      title: `Prompt: ${brandName(brands.find((brand) => brand.own)?.brandId ?? null)}`,
      about: ABOUT_PROMPT,
      facts: [
        ["Prompt", text],
        ["Counts", `${hits} of ${answers} answers`],
        ...(streak ? [["Streak", `${streak.current} now, ${streak.longest} at best`] as const] : []),
      ],
      source: sourceOf(series, measured),
    }),
  };
}
