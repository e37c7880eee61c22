import type { TenantTransaction } from "@/db/tenant";
import type { BrandId, ProjectId } from "@/server/kernel/id";
import {
  cellsOf,
  compareSamples,
  judgeSweep,
  type MadeSample,
  type SampleComparison,
  splitDays,
  type Verdict,
} from "@/server/metrics";
import { readNewestSeries, type WindowSeries } from "./read-newest-series";
import { readSampleRows, type SampleRow, versionsOf } from "./read-sample";

/** Two halves of a series' fortnight, compared for one metric of one brand. */
export interface HalvesVerdict {
  /** Of the newer week. */
  readonly series: WindowSeries;
  readonly comparison: SampleComparison;
  readonly verdict: Verdict;
}

export interface ComparedHalves {
  /** Newest first. */
  readonly series: readonly WindowSeries[];
  readonly verdicts: readonly HalvesVerdict[];
}

/** Windows that are looked at, and asks after which no further fortnight is begun: reading them is what takes the time. */
const WINDOWS = 12;
const MOST_ASKS = 30_000;

/**
 * Holds every other day of each of the newest fortnights against the days between, by the code that holds a week against the
 * one before: the same comparisons, and all of a fortnight one sweep. Nothing changed between halves, and each is as large as
 * a week. A week left over is cut by itself.
 */
export async function compareHalves(
  tx: TenantTransaction,
  projectId: ProjectId,
  own: BrandId,
): Promise<ComparedHalves> {
  const fortnights = withinBudget(fortnightsOf(await readNewestSeries(tx, projectId, WINDOWS)));
  const verdicts: HalvesVerdict[] = [];
  for (const fortnight of fortnights) {
    const compared = [];
    for (const weeks of Map.groupBy(fortnight, samePanelKey).values()) {
      const [series] = weeks;
      if (!series) continue;
      for (const comparison of await halvesOf(tx, weeks, own)) compared.push({ series, comparison });
    }
    const judged = judgeSweep(compared.map(({ comparison }) => comparison));
    verdicts.push(
      ...compared.flatMap((each, index) => {
        const verdict = judged[index];
        return verdict ? [{ ...each, verdict }] : [];
      }),
    );
  }
  return { series: fortnights.flat(), verdicts };
}

/** The series of the newest two windows, of the two before, and so on. */
function fortnightsOf(series: readonly WindowSeries[]): WindowSeries[][] {
  const windows = [...Map.groupBy(series, ({ window }) => window.start).values()];
  return Array.from({ length: Math.ceil(windows.length / 2) }, (_, nth) =>
    windows.slice(2 * nth, 2 * nth + 2).flat(),
  );
}

/** As many whole fortnights as the budget has room for, and one in any case. */
function withinBudget(fortnights: readonly WindowSeries[][]): WindowSeries[][] {
  let asks = 0;
  return fortnights.filter((fortnight, index) => {
    asks += fortnight.reduce((sum, each) => sum + each.asks, 0);
    return index === 0 || asks <= MOST_ASKS;
  });
}

function samePanelKey({ engineId, surface, sandbox, panelVersionId }: WindowSeries): string {
  return [engineId, surface, sandbox, panelVersionId].join(" ");
}

/** @param weeks of one series and panel version, newest first */
async function halvesOf(
  tx: TenantTransaction,
  weeks: readonly WindowSeries[],
  own: BrandId,
): Promise<SampleComparison[]> {
  const [newest] = weeks;
  if (!newest) return [];
  const asks: SampleRow[] = [];
  for (const week of weeks) asks.push(...(await readSampleRows(tx, week, week.window)));
  const { odd, even } = splitDays(asks);
  const sampled = (rows: readonly SampleRow[]): MadeSample => ({
    window: newest.window,
    own,
    brands: newest.brands.filter((brandId) => weeks.every(({ brands }) => brands.includes(brandId))),
    cells: cellsOf(rows),
    panel: newest.panel,
    // A half without an ask was made with nothing else: it is short of data, not a break.
    ...versionsOf(rows.length > 0 ? rows : odd),
  });
  return compareSamples(sampled(odd), sampled(even));
}
