import { z } from "zod";
import { type BrandId, ProjectId, type PromptId } from "@/server/kernel/id";
import type {
  Drawing,
  FalseAlarmCount,
  Metric,
  MetricRow,
  MetricWindow,
  MetricWords,
  StreakRisk,
  Verdict,
  WindowOutcome,
} from "@/server/metrics";

/** Which of a project's series are looked at; the filter bar keeps it in the address. What is left out means all of them. */
export const SeriesFilter = z.object({
  engine: z.string().max(50).optional(),
  surface: z.enum(["api", "serp", "capture"]).optional(),
  /** First day of a window, "YYYY-MM-DD"; left out: the newest. */
  window: z.iso.date().optional(),
});
export type SeriesFilter = z.infer<typeof SeriesFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readSeriesFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SeriesFilter {
  const { shape } = SeriesFilter;
  const read = (key: keyof typeof shape) => shape[key].safeParse(params[key] || undefined).data;
  const filter = { engine: read("engine"), surface: read("surface"), window: read("window") };
  return SeriesFilter.parse(filter);
}

export const ProjectInput = z.object({ projectId: ProjectId });
export type ProjectInput = z.input<typeof ProjectInput>;

/** What the filter bar offers: only what the project has answers for. */
export interface FilterOptions {
  readonly engines: readonly { readonly engineId: string; readonly label: string }[];
  readonly surfaces: readonly string[];
  /** Newest first. */
  readonly windows: readonly { readonly start: string; readonly days: number }[];
}

export const OverviewInput = SeriesFilter.extend({ projectId: ProjectId });
export type OverviewInput = z.input<typeof OverviewInput>;

/** What the method says about a metric: its registry entry without the computation. */
export type MetricFacts = Omit<Metric, "compute">;

/** A stored row, with the words in which it may be shown and what of it may be drawn. */
export interface ReportedMetric extends MetricRow {
  /** All of it in one line, as describeMetric says it. */
  readonly said: string;
  readonly words: MetricWords;
  readonly drawing: Drawing | null;
}

/** Which panel numbers are of. */
export interface PanelVersionRef {
  readonly name: string;
  readonly version: number;
}

/** What the numbers of a series in one window were computed from. */
export interface SeriesSource {
  readonly methods: readonly string[];
  readonly models: readonly string[];
  readonly contracts: readonly string[];
  readonly extractors: readonly string[];
  readonly brandSets: readonly string[];
  /** ISO moment. */
  readonly computedAt: string;
}

/** Why a window is not compared with the one before it: what it was measured with is not the same. */
export type SeriesBreak = "panel" | keyof Omit<SeriesSource, "computedAt">;

/** A panel version's measurement of one window. */
export interface SeriesWindow {
  readonly window: MetricWindow;
  readonly panel: PanelVersionRef;
  readonly source: SeriesSource;
  /** Against the last window before it; empty for the first. */
  readonly breaks: readonly SeriesBreak[];
  /** In the registry's order; of brands, the own one first, then by name. */
  readonly metrics: readonly ReportedMetric[];
}

/** A run of text, a number of the shown window (words of its row), or a window's days. */
export type SentencePart =
  | { readonly text: string; readonly of?: { readonly metricId: string; readonly brandId: string | null } }
  | { readonly window: MetricWindow };
export type Sentence = readonly SentencePart[];

export interface BrandStreak {
  readonly brandId: BrandId;
  readonly current: number;
  readonly longest: number;
  /** First day of the window that ended the last streak. */
  readonly brokenAt: string | null;
  /** Null where the current one is safe until the next window, or there is none. */
  readonly risk: StreakRisk | null;
  /** Oldest first, weeks without data included. */
  readonly outcomes: readonly { readonly start: string; readonly outcome: WindowOutcome }[];
}

/** How one prompt stood for the own brand in the shown window. */
export interface PromptStanding {
  readonly promptId: PromptId;
  readonly text: string;
  /** Answers that name the brand, of `answers`: the states and prompts that presence counts. */
  readonly hits: number;
  readonly answers: number;
  /** Of the cell, up to its newest window; null where made-up and real answers share the cell. */
  readonly streak: {
    readonly current: number;
    readonly longest: number;
    readonly risk: StreakRisk | null;
  } | null;
}

/** A series as it was measured before the stored answers were read again with other brands or another extractor. */
export interface EarlierSeries {
  /** ISO moment: when they were put on their way to be read again. */
  readonly readBefore: string;
  /** As `trend` of the series: the windows that changed. */
  readonly trend: readonly SeriesWindow[];
}

/** One engine × surface, made-up answers apart from real ones: never blended with another. */
export interface OverviewSeries {
  readonly engineId: string;
  readonly engine: string;
  readonly surface: string;
  /** Made up or replayed, never what an engine said to us. */
  readonly sandbox: boolean;
  /** The window that the page is about, with every brand's metrics; null where this series has no data in it. */
  readonly shown: SeriesWindow | null;
  /** Other panel versions with data in that window; the newest is shown, and none is averaged in. */
  readonly otherPanels: readonly PanelVersionRef[];
  /** All windows, oldest first: the own brand's metrics and the engine's. */
  readonly trend: readonly SeriesWindow[];
  /** The old series, oldest reading first; none where nothing was read again. */
  readonly earlier: readonly EarlierSeries[];
  /** Own brand first, then rivals by name; up to the shown window, over its panel version. */
  readonly streaks: readonly BrandStreak[];
  readonly prompts: {
    readonly total: number;
    readonly best: readonly PromptStanding[];
    readonly weakest: readonly PromptStanding[];
  };
  /** What the numbers of the shown window say, by rule. */
  readonly says: readonly Sentence[];
}

/** What a series' window says against the one before it. */
export interface SeriesChanges {
  readonly engineId: string;
  readonly surface: string;
  readonly sandbox: boolean;
  /** The window that it is compared with; null where there is none before it. */
  readonly baseline: MetricWindow | null;
  /** Presence and citation rate of each brand. */
  readonly changes: readonly {
    readonly metricId: string;
    readonly brandId: string;
    readonly verdict: Verdict;
    /** The verdict in the words of the method. */
    readonly said: string;
  }[];
}

export interface ChangesPage {
  readonly projectId: ProjectId;
  readonly series: readonly SeriesChanges[];
}

/** What is found between halves of windows between which nothing changed, and of brands that don't exist. */
export interface FalseAlarmCounts extends FalseAlarmCount {
  /** Answers that were read for made-up brands, and those in which one was found. */
  readonly controls: { readonly answers: number; readonly found: number };
}

export interface EngineFalseAlarms extends FalseAlarmCounts {
  readonly engineId: string;
  readonly engine: string;
  readonly surface: string;
  readonly sandbox: boolean;
}

/** How far the change test and the matcher can be trusted on a project's own answers. */
export interface FalseAlarms {
  /** What judged: the method's version, the error that it allows one comparison, the difference that raises an alert. */
  readonly rules: { readonly method: string; readonly significance: number; readonly threshold: number };
  /** The windows that were looked at, newest first. */
  readonly windows: readonly MetricWindow[];
  readonly total: FalseAlarmCounts;
  /** By engine × surface, made-up answers apart from real ones. */
  readonly engines: readonly EngineFalseAlarms[];
}

export interface Overview {
  /** Presence that counts as a hit for a streak, 0 to 1. */
  readonly targetPresence: number;
  /** The own brand first, then the rivals by name; put-away brands only where a shown window still has them. */
  readonly brands: readonly { readonly brandId: BrandId; readonly name: string; readonly own: boolean }[];
  readonly metrics: readonly MetricFacts[];
  /** The window that the page is about; null when nothing was measured under this filter. */
  readonly window: MetricWindow | null;
  readonly series: readonly OverviewSeries[];
}
