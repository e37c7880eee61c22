import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import {
  CELL_HIT_SHARE,
  type MetricWindow,
  outcomesOf,
  type StreakHistory,
  streak,
  type WindowOutcome,
  windowAt,
  windowOf,
  withOutcome,
} from "@/server/metrics";
import type { Series } from "./read-sample";
import type { CountedCell } from "./roll-up-cells";

export interface MeasuredWindow {
  readonly window: MetricWindow;
  readonly cells: readonly CountedCell[];
}

/** The history of one brand in one cell. */
interface CellHistory extends Record<string, unknown> {
  readonly brandId: string;
  readonly promptHash: string;
  readonly since: string | null;
  readonly outcomes: string | null;
  readonly sandbox: boolean | null;
}

/**
 * Puts these windows, which are rolled up already, into the histories of each brand in each cell, and their streaks with them.
 * Nothing else is read, however long the history; only a first hit that comes late, before weeks that are known, is folded
 * anew from the counted cells of all weeks. False where a history is missing (from before there were any, or of the other
 * kind of answers): the series has to be rebuilt.
 */
export async function measureCellStreaks(
  tx: TenantTransaction,
  series: Series,
  measured: readonly MeasuredWindow[],
): Promise<boolean> {
  const stored = await readHistories(tx, series);
  if (stored.some(({ outcomes, sandbox }) => outcomes === null || sandbox !== series.sandbox)) return false;
  const hashes = await readHashes(tx, series);
  const before = new Map(stored.map((row) => [`${row.brandId} ${row.promptHash}`, historyOf(row)]));
  if (hasLateHit(before, hashes, measured, await readNewest(tx, series))) {
    await rebuildCellStreaks(tx, series, await readCountedCells(tx, series));
    return true;
  }
  const after = withWindows(before, hashes, measured);
  const changed = [...after].filter(([key, history]) => !isSame(before.get(key) ?? null, history));
  await writeHistories(tx, series, changed);
  return true;
}

/** Whether a hit is earlier than all that a history holds: what was in between is not in it. */
function hasLateHit(
  before: ReadonlyMap<string, StreakHistory | null>,
  hashes: ReadonlyMap<string, string>,
  measured: readonly MeasuredWindow[],
  newest: string,
): boolean {
  return measured.some(({ window, cells }) =>
    cells.some((cell) =>
      Object.keys(cell.named).some((brandId) => {
        const known = before.get(`${brandId} ${hashes.get(cell.promptId) ?? ""}`)?.since ?? newest;
        return window.start < known && cellOutcome(cell, brandId) === "hit";
      }),
    ),
  );
}

/** Writes the histories of a series anew, from all of its windows. */
export async function rebuildCellStreaks(
  tx: TenantTransaction,
  series: Series,
  measured: readonly MeasuredWindow[],
): Promise<void> {
  await tx.execute(sql`delete from insight.streak where ${inSeries(series)} and prompt_hash <> ''`);
  const after = withWindows(new Map(), await readHashes(tx, series), measured);
  await writeHistories(tx, series, [...after]);
}

type Histories = Map<string, StreakHistory | null>;

/** `before` by "brand hash", with the outcomes of these windows. A cell that has no answer in one of them has no data there. */
function withWindows(
  before: ReadonlyMap<string, StreakHistory | null>,
  hashes: ReadonlyMap<string, string>,
  measured: readonly MeasuredWindow[],
): Histories {
  const after: Histories = new Map(before);
  for (const { window, cells } of measured) {
    const byHash = new Map(cells.map((cell) => [hashes.get(cell.promptId) ?? "", cell]));
    const named = [...byHash].flatMap(([hash, cell]) =>
      Object.keys(cell.named).map((brandId) => `${brandId} ${hash}`),
    );
    for (const key of new Set([...after.keys(), ...named])) {
      const [brandId = "", hash = ""] = key.split(" ");
      after.set(
        key,
        withOutcome(after.get(key) ?? null, window.start, cellOutcome(byHash.get(hash), brandId)),
      );
    }
  }
  return after;
}

/** As cellHit has it: at least half of the answers name the brand. */
function cellOutcome(cell: CountedCell | undefined, brandId: string): WindowOutcome {
  if (cell === undefined) return "no_data";
  return (cell.named[brandId] ?? 0) >= cell.answers * CELL_HIT_SHARE ? "hit" : "miss";
}

function historyOf({ since, outcomes }: CellHistory): StreakHistory | null {
  return since === null || outcomes === null ? null : { since, outcomes };
}

function isSame(one: StreakHistory | null, other: StreakHistory | null): boolean {
  return one?.since === other?.since && one?.outcomes === other?.outcomes;
}

function inSeries({ projectId, panelVersionId, engineId, surface }: Series): SQL {
  return sql`org_id = ${requireContext().orgId} and project_id = ${projectId} and panel_version_id = ${panelVersionId}
    and engine_id = ${engineId} and surface = ${surface}`;
}

async function readHistories(tx: TenantTransaction, series: Series): Promise<CellHistory[]> {
  const { rows } = await tx.execute<CellHistory>(sql`
    select brand_id as "brandId", prompt_hash as "promptHash", since::text, outcomes, sandbox from insight.streak
    where ${inSeries(series)} and prompt_hash <> ''`);
  return rows;
}

/** What the questions of the panel version are known by, by prompt id. */
async function readHashes(tx: TenantTransaction, { panelVersionId }: Series): Promise<Map<string, string>> {
  const { rows } = await tx.execute<{ id: string; hash: string }>(sql`
    select id, hash from tracking.prompt
    where org_id = ${requireContext().orgId} and panel_version_id = ${panelVersionId}`);
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

/** First day of the newest window that is rolled up. */
async function readNewest(tx: TenantTransaction, series: Series): Promise<string> {
  const { rows } = await tx.execute<{ newest: string | null }>(sql`
    select max(window_start)::text as newest from insight.cell_week
    where ${inSeries(series)} and sandbox = ${series.sandbox}`);
  return rows[0]?.newest ?? "";
}

async function readCountedCells(tx: TenantTransaction, series: Series): Promise<MeasuredWindow[]> {
  const { rows } = await tx.execute<CountedCell & { start: string } & Record<string, unknown>>(sql`
    select window_start::text as start, prompt_id as "promptId", answers, named from insight.cell_week
    where ${inSeries(series)} and sandbox = ${series.sandbox} order by window_start`);
  return [...Map.groupBy(rows, ({ start }) => start)].map(([start, cells]) => ({
    window: windowOf(new Date(start)),
    cells,
  }));
}

async function writeHistories(
  tx: TenantTransaction,
  series: Series,
  histories: readonly (readonly [string, StreakHistory | null])[],
): Promise<void> {
  const { orgId } = requireContext();
  const { projectId, panelVersionId, engineId, surface, sandbox } = series;
  const gone = histories.flatMap(([key, history]) => (history === null ? [key] : []));
  await tx.execute(sql`
    delete from insight.streak where ${inSeries(series)} and prompt_hash <> ''
      and brand_id || ' ' || prompt_hash = any(${sql.param(gone)}::text[])`);
  const rows = histories.flatMap(([key, history]) => (history === null ? [] : [streakRow(key, history)]));
  await tx.execute(sql`
    insert into insight.streak (org_id, project_id, panel_version_id, engine_id, surface, sandbox, brand_id, prompt_hash,
      since, outcomes, current, longest, broken_at)
    select ${orgId}, ${projectId}::uuid, ${panelVersionId}::uuid, ${engineId}, ${surface}, ${sandbox}::boolean, s.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) s ("brandId" uuid, "promptHash" text, since date, outcomes text,
      current int, longest int, "brokenAt" date)
    on conflict (org_id, project_id, panel_version_id, engine_id, surface, brand_id, prompt_hash) do update
      set since = excluded.since, outcomes = excluded.outcomes, sandbox = excluded.sandbox, current = excluded.current,
        longest = excluded.longest, broken_at = excluded.broken_at, computed_at = now()`);
}

function streakRow(key: string, history: StreakHistory) {
  const [brandId, promptHash] = key.split(" ");
  const { current, longest, brokenAt } = streak(outcomesOf(history));
  return {
    brandId,
    promptHash,
    ...history,
    current,
    longest,
    brokenAt: brokenAt === null ? null : windowAt(history, brokenAt).start,
  };
}
