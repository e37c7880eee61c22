import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { BrandId, ProjectId, PromptId } from "@/server/kernel/id";
import { AnswerState, isShown, windowBounds } from "@/server/metrics";
import type { SeriesCore } from "./build-series";
import type { OverviewSeries, PromptStanding } from "./contract";

/** How many prompts stand at each end. */
const ENDS = 3;

const SHOWN = AnswerState.options.filter(isShown);

interface StandingRow extends Record<string, unknown> {
  readonly index: number;
  readonly promptId: PromptId;
  readonly text: string;
  readonly hits: number;
  readonly answers: number;
  readonly current: number | null;
  readonly longest: number | null;
}

/**
 * For each series the prompts of its shown window in which the own brand stood best and weakest: over the answers and
 * prompts that presence counts, and only those that were there when the window was computed.
 */
export async function readPromptStandings(
  tx: TenantTransaction,
  projectId: ProjectId,
  ownBrandId: BrandId,
  series: readonly SeriesCore[],
): Promise<OverviewSeries["prompts"][]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<StandingRow>(sql`
    select * from (
      select s.index, p.id as "promptId", p.text, p.ordinal, count(*)::int as answers,
        (count(*) filter (where exists (
          select from tracking.mention m
          where m.org_id = w.org_id and m.answer_id = w.id and m.brand_id = ${ownBrandId})))::int as hits,
        max(k.current) as current, max(k.longest) as longest
      from jsonb_to_recordset(${JSON.stringify(series.flatMap(lookup))}::jsonb) as s(
        index int, engine text, surface text, sandbox boolean, version uuid, begins timestamptz, ends timestamptz,
        computed timestamptz, streaks boolean)
      join tracking.answer w on w.org_id = ${orgId} and w.project_id = ${projectId} and w.engine_id = s.engine
        and w.surface = s.surface and w.sandbox = s.sandbox and w.observed_at >= s.begins and w.observed_at < s.ends
        and w.state = any(${sql.param(SHOWN)}::text[]) and w.recorded_at < s.computed
      join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id and p.panel_version_id = s.version
        and p.intent <> 'branded'
      left join insight.streak k on s.streaks and k.org_id = w.org_id and k.project_id = w.project_id
        and k.panel_version_id = s.version and k.engine_id = s.engine and k.surface = s.surface
        and k.brand_id = ${ownBrandId} and k.prompt_hash = p.hash
      group by s.index, p.id, p.text, p.ordinal) stood
    order by index, hits::float / answers desc, current desc nulls last, ordinal`);
  return series.map((_, index) => ends(rows.filter((row) => row.index === index).map(standing)));
}

function lookup({ shown, panelVersionId, mixed, ...series }: SeriesCore, index: number) {
  if (shown === null || panelVersionId === null) return [];
  if (shown.metrics.some(({ flags }) => flags.includes("suppressed_below_70"))) return [];
  const { from, until } = windowBounds(shown.window);
  return [
    {
      index,
      engine: series.engineId,
      surface: series.surface,
      sandbox: series.sandbox,
      version: panelVersionId,
      begins: from.toISOString(),
      ends: until.toISOString(),
      // A moment read from the database has lost its microseconds.
      computed: new Date(Date.parse(shown.source.computedAt) + 1).toISOString(),
      streaks: !mixed,
    },
  ];
}

function standing({ promptId, text, hits, answers, current, longest }: StandingRow): PromptStanding {
  const streak = current === null || longest === null ? null : { current, longest };
  return { promptId, text, hits, answers, streak };
}

/** The two ends of a list that goes from best to weakest; a short one is all in the first. */
function ends(standings: readonly PromptStanding[]): OverviewSeries["prompts"] {
  const total = standings.length;
  if (total <= 2 * ENDS) return { total, best: standings, weakest: [] };
  return { total, best: standings.slice(0, ENDS), weakest: standings.slice(-ENDS).toReversed() };
}
