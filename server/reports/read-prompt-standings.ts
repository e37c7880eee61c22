import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, ProjectId, PromptId } from "@/server/kernel/id";
import { isOpen, type StreakRisk, spareInCell, streakRisk } from "@/server/metrics";
import type { SeriesCore } from "./build-series";
import type { OverviewSeries, PromptStanding } from "./contract";

/** How many prompts stand at each end. */
const ENDS = 3;

interface StandingRow extends Record<string, unknown> {
  readonly index: number;
  readonly promptId: PromptId;
  readonly text: string;
  readonly hits: number;
  readonly answers: number;
  readonly current: number | null;
  readonly longest: number | null;
  /** Prompts of the series. */
  readonly total: number;
}

/**
 * For each series the prompts of its shown window in which the own brand stood best and weakest: over the answers and
 * prompts that presence counts, as they were counted when the window was measured.
 */
export async function readPromptStandings(
  tx: TenantTransaction,
  projectId: ProjectId,
  ownBrandId: BrandId,
  series: readonly SeriesCore[],
  now: Date,
): Promise<OverviewSeries["prompts"][]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<StandingRow>(sql`
    select * from (
      select stood.*, (count(*) over series)::int as total,
        row_number() over (series order by hits::float / answers desc, current desc nulls last, ordinal) as place
      from (
        select s.index, p.id as "promptId", p.text, p.ordinal, c.answers,
          coalesce((c.named ->> ${ownBrandId}::text)::int, 0) as hits,
          case when s.streaks then coalesce(k.current, 0) end as current,
          case when s.streaks then coalesce(k.longest, 0) end as longest
        from jsonb_to_recordset(${JSON.stringify(series.flatMap(lookup))}::jsonb) as s(
          index int, engine text, surface text, sandbox boolean, version uuid, start date, streaks boolean)
        join insight.cell_week c on c.org_id = ${orgId} and c.project_id = ${projectId}
          and c.panel_version_id = s.version and c.window_start = s.start and c.engine_id = s.engine
          and c.surface = s.surface and c.sandbox = s.sandbox
        join tracking.prompt p on p.org_id = c.org_id and p.id = c.prompt_id and p.intent <> 'branded'
        left join insight.streak k on s.streaks and k.org_id = c.org_id and k.project_id = c.project_id
          and k.panel_version_id = s.version and k.engine_id = s.engine and k.surface = s.surface
          and k.brand_id = ${ownBrandId} and k.prompt_hash = p.hash
      ) stood window series as (partition by index)
    ) ranked
    where total <= ${2 * ENDS} or place <= ${ENDS} or place > total - ${ENDS} order by index, place`);
  return series.map((each, index) => {
    const own = rows.filter((row) => row.index === index);
    const standings = own.map((row) => standing(row, riskOf(row, each, now)));
    return ends(standings, own[0]?.total);
  });
}

function lookup({ shown, panelVersionId, mixed, ...series }: SeriesCore, index: number) {
  if (shown === null || panelVersionId === null) return [];
  if (shown.metrics.some(({ flags }) => flags.includes("suppressed_below_70"))) return [];
  return [
    {
      index,
      engine: series.engineId,
      surface: series.surface,
      sandbox: series.sandbox,
      version: panelVersionId,
      start: shown.window.start,
      streaks: !mixed,
    },
  ];
}

function standing(
  { promptId, text, hits, answers, current, longest }: StandingRow,
  risk: StreakRisk | null,
): PromptStanding {
  const streak = current === null || longest === null ? null : { current, longest, risk };
  return { promptId, text, hits, answers, streak };
}

/** A cell's streak goes up to its newest window: an older one says nothing of what may end it. */
function riskOf(row: StandingRow, { shown, trend }: SeriesCore, now: Date): StreakRisk | null {
  if (shown === null || trend.at(-1)?.window.start !== shown.window.start) return null;
  const { current, hits, answers } = row;
  const spare = spareInCell(hits, answers);
  return streakRisk({ current: current ?? 0, outcome: "hit", isOpen: isOpen(shown.window, now), spare });
}

/** The two ends of a list that goes from best to weakest; a short one is all in the first. */
function ends(standings: readonly PromptStanding[], total = 0): OverviewSeries["prompts"] {
  if (total <= 2 * ENDS) return { total, best: standings, weakest: [] };
  return { total, best: standings.slice(0, ENDS), weakest: standings.slice(-ENDS).toReversed() };
}
