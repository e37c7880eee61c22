import { findEngine } from "@/server/engines";
import type { BrandId, PanelVersionId } from "@/server/kernel/id";
import { describeMetric, drawMetric, METRICS, metricWords } from "@/server/metrics";
import { brandStreak } from "./brand-streak";
import type { OverviewSeries, SeriesBreak, SeriesSource, SeriesWindow } from "./contract";
import { type OverviewRows, type StoredMetric, type StoredPresence, seriesKey } from "./read-metric-rows";

export interface KnownBrand {
  readonly brandId: BrandId;
  readonly name: string;
  readonly own: boolean;
  readonly archived: boolean;
}

export interface SeriesFrame {
  /** First day of the window that the page is about. */
  readonly shown: string;
  readonly targetPresence: number;
  /** When the page is looked at. */
  readonly now: Date;
  /** Own brand first, then the rivals by name. */
  readonly brands: readonly KnownBrand[];
}

/** A series before its prompts are read and its sentences said. */
export interface SeriesCore extends Omit<OverviewSeries, "prompts" | "says" | "earlier"> {
  /** What is shown was measured with it; null where nothing is. */
  readonly panelVersionId: PanelVersionId | null;
  /** Made-up and real answers share this panel version, engine and surface. */
  readonly mixed: boolean;
}

/** A panel version's rows of one window. */
interface Measurement {
  readonly panelVersionId: PanelVersionId;
  readonly shown: SeriesWindow;
}

/** Stored rows as series: engine × surface, made-up answers apart from real ones. */
export function buildSeries({ rows, presences }: OverviewRows, frame: SeriesFrame): SeriesCore[] {
  const groups = Map.groupBy(rows, ({ engineId, surface, provenance }) =>
    seriesKey(engineId, surface, provenance.sandbox),
  );
  const presencesOf = Map.groupBy(presences, (presence) => presence.seriesKey);
  const cells = new Set(presences.map((each) => `${each.seriesKey} ${each.panelVersionId}`));
  return [...groups]
    .flatMap(([key, stored]) => oneSeries(stored, presencesOf.get(key) ?? [], frame))
    .map((series) => ({
      ...series,
      mixed: cells.has(
        `${seriesKey(series.engineId, series.surface, !series.sandbox)} ${series.panelVersionId}`,
      ),
    }))
    .toSorted(
      (a, b) =>
        a.engine.localeCompare(b.engine) ||
        a.surface.localeCompare(b.surface) ||
        Number(a.sandbox) - Number(b.sandbox),
    );
}

function oneSeries(
  stored: readonly StoredMetric[],
  presences: readonly StoredPresence[],
  frame: SeriesFrame,
): Omit<SeriesCore, "mixed">[] {
  const [first] = stored;
  if (!first) return [];
  const measured = measurements(stored, frame);
  const here = measured.filter(({ shown }) => shown.window.start === frame.shown);
  // The rows came with the newest panel version last.
  const newest = here.at(-1);
  const ofPanel = presences.filter((each) => each.panelVersionId === newest?.panelVersionId);
  return [
    {
      engineId: first.engineId,
      engine: findEngine(first.engineId)?.label ?? first.engineId,
      surface: first.surface,
      sandbox: first.provenance.sandbox,
      shown: newest?.shown ?? null,
      otherPanels: here.slice(0, -1).map(({ shown }) => shown.panel),
      trend: measured.map(({ shown }) => ({ ...shown, metrics: shown.metrics.filter(isOwn(frame)) })),
      streaks: newest
        ? frame.brands.flatMap((brand) => brandStreak(ofPanel, newest.shown, brand.brandId, frame))
        : [],
      panelVersionId: newest?.panelVersionId ?? null,
    },
  ];
}

function isOwn({ brands }: SeriesFrame) {
  const own = brands.find((brand) => brand.own)?.brandId;
  return ({ brandId }: { brandId: string | null }) => brandId === null || brandId === own;
}

/** Rows of one series as its windows, with what each breaks with. */
export function measurements(rows: readonly StoredMetric[], frame: SeriesFrame): Measurement[] {
  const groups = Map.groupBy(rows, ({ window, panelVersionId }) => `${window.start} ${panelVersionId}`);
  const measured: Measurement[] = [];
  for (const stored of groups.values()) {
    const [first] = stored;
    if (!first) continue;
    const current = withoutStale(stored, frame);
    const source = sourceOf(current);
    const before = measured.findLast((each) => each.panelVersionId === first.panelVersionId);
    const shown = {
      window: first.window,
      panel: first.panel,
      source,
      breaks: before ? changed(before.shown.source, source) : measured.length > 0 ? ["panel" as const] : [],
      metrics: inOrder(current, frame),
    };
    measured.push({ panelVersionId: first.panelVersionId, shown });
  }
  return measured;
}

/** A brand that was put away isn't computed again: its row is of an older sample once the others were. */
function withoutStale(stored: readonly StoredMetric[], { brands }: SeriesFrame): StoredMetric[] {
  const archived = new Set<string>(brands.filter((brand) => brand.archived).map((brand) => brand.brandId));
  const newest = newestOf(stored);
  return stored.filter(({ row, computedAt }) => !archived.has(row.brandId ?? "") || computedAt === newest);
}

function newestOf(stored: readonly StoredMetric[]): string {
  return (
    stored
      .map(({ computedAt }) => computedAt)
      .toSorted()
      .at(-1) ?? ""
  );
}

const PARTS = ["methods", "models", "contracts", "extractors", "brandSets"] as const;

function sourceOf(stored: readonly StoredMetric[]): SeriesSource {
  const union = (pick: (row: StoredMetric) => readonly string[]) => [...new Set(stored.flatMap(pick))].sort();
  return {
    methods: union(({ provenance }) => [provenance.method]),
    models: union(({ provenance }) => provenance.models),
    contracts: union(({ provenance }) => provenance.contracts),
    extractors: union(({ provenance }) => provenance.extractors),
    brandSets: union(({ provenance }) => provenance.brandSets),
    computedAt: newestOf(stored),
  };
}

/** A window that nothing came back in says nothing of what it was measured with. */
function changed(before: SeriesSource, after: SeriesSource): SeriesBreak[] {
  return PARTS.filter(
    (part) =>
      before[part].length > 0 && after[part].length > 0 && before[part].join("\n") !== after[part].join("\n"),
  );
}

function inOrder(stored: readonly StoredMetric[], { brands }: SeriesFrame) {
  const rows = stored.map(({ row }) => row);
  return METRICS.flatMap((metric) =>
    (metric.scope === "brand" ? brands.map((brand) => brand.brandId) : [null]).flatMap((brandId) =>
      rows
        .filter((row) => row.metricId === metric.id && row.brandId === brandId)
        .map((row) => ({
          ...row,
          said: describeMetric(row),
          words: metricWords(row),
          drawing: drawMetric(row),
        })),
    ),
  );
}
