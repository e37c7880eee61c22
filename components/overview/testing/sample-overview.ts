import { type BrandId, newId, PromptId } from "@/server/kernel/id";
import {
  computeMetrics,
  describeMetric,
  drawMetric,
  METRICS,
  metricWords,
  NAMES_ALONE,
} from "@/server/metrics";
import type { Overview, OverviewSeries, SeriesWindow } from "@/server/reports/contract";

/** Brands by name, the own one first, each with how many of ten answers name it. */
type Named = Readonly<Record<string, number>>;

export interface SampleWindow {
  readonly start: string;
  readonly named: Named;
  readonly prompts?: number;
  readonly cameBack?: number;
  readonly version?: number;
  readonly breaks?: SeriesWindow["breaks"];
}

const ids = new Map<string, BrandId>();

/** The id of a brand of the samples, the same at every call. */
export function brandIdOf(name: string): BrandId {
  const id = ids.get(name) ?? newId<BrandId>();
  ids.set(name, id);
  return id;
}

/** A window as the report slice would hand it to a screen, computed by the published method. */
export function sampleWindow({ start, named, ...rest }: SampleWindow): SeriesWindow {
  const { prompts = 12, cameBack = 10, version = 1, breaks = [] } = rest;
  const brands = Object.keys(named).map(brandIdOf);
  const cells = Array.from({ length: prompts }, (_, prompt) => ({
    promptId: `${prompt}`,
    intent: "category" as const,
    answers: Array.from({ length: cameBack }, (_, repeat) => ({
      state: "answered" as const,
      day: start,
      named: Object.entries(named).flatMap(([name, often]) =>
        (repeat * 3 + prompt) % 10 < often ? [brandIdOf(name)] : [],
      ),
      ...NAMES_ALONE,
      planned: true,
    })),
    unanswered: { failed: 10 - cameBack, orphaned: 0, cancelled: 0 },
  }));
  const rows = computeMetrics({ window: { start, days: 7 }, own: brands[0] ?? "", brands, cells });
  return {
    window: { start, days: 7 },
    panel: { name: "Main", version },
    source: {
      methods: ["v1"],
      models: ["model-1"],
      contracts: ["contract-1"],
      extractors: ["extractor-1"],
      brandSets: ["brands-1"],
      computedAt: "2026-11-16T00:10:00.000Z",
    },
    breaks,
    metrics: rows.map((row) => ({
      ...row,
      said: describeMetric(row),
      words: metricWords(row),
      drawing: drawMetric(row),
    })),
  };
}

/** A series whose last window is the shown one, with a streak and two prompts. */
export function sampleSeries(
  windows: readonly SampleWindow[],
  rest: Partial<OverviewSeries> = {},
): OverviewSeries {
  const measured = windows.map(sampleWindow);
  const shown = measured.at(-1) ?? null;
  const [own] = Object.keys(windows[0]?.named ?? {});
  const ownId = own === undefined ? null : brandIdOf(own);
  return {
    engineId: "chatgpt",
    engine: "ChatGPT",
    surface: "api",
    sandbox: false,
    shown,
    otherPanels: [],
    trend: measured.map((each) => ({
      ...each,
      metrics: each.metrics.filter(({ brandId }) => brandId === null || brandId === ownId),
    })),
    earlier: [],
    streaks: Object.keys(windows[0]?.named ?? {}).map((name) => ({
      brandId: brandIdOf(name),
      current: 2,
      longest: 3,
      risk: "one_answer" as const,
      brokenAt: "2026-10-19",
      outcomes: measured.map(({ window }) => ({ start: window.start, outcome: "hit" as const })),
    })),
    prompts: {
      total: 2,
      best: ["Which desk?", "What desk?"].map((text, index) => ({
        promptId: PromptId.parse(`00000000-0000-4000-8000-00000000000${index}`),
        text,
        hits: 7 - index,
        answers: 10,
        streak: { current: 2, longest: 3, risk: null },
      })),
      weakest: [],
    },
    says: [
      [
        { text: `${own} is named in ` },
        { text: "60 %", of: { metricId: "presence", brandId: ownId } },
        { text: " of the answers." },
      ],
    ],
    ...rest,
  };
}

/** An overview of those series; the brands are those of the shown windows. */
export function sampleOverview(names: readonly string[], series: readonly OverviewSeries[]): Overview {
  return {
    targetPresence: 0.5,
    brands: names.map((name, index) => ({ brandId: brandIdOf(name), name, own: index === 0 })),
    metrics: METRICS.map(({ compute: _, ...facts }) => facts),
    window: series.find((each) => each.shown)?.shown?.window ?? null,
    series,
  };
}
