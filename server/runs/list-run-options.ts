import { and, asc, desc, eq, sql } from "drizzle-orm";
import { type GridEngine, panel, panelVersion, project, prompt, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { readBalance } from "@/server/credits";
import { type EngineNote, readEngineNotes } from "@/server/engine-health";
import { readOwnEnvironment } from "@/server/engine-keys";
import { type EngineStatus, type Environment, engineStatus, engines } from "@/server/engines";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { PanelId, ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import type { EngineNotes } from "./check-notes";
import { MAX_PLANNED_PROMPTS, MAX_REPEATS, type RunOptionsDto, RunOptionsInput } from "./contract";
import { usualEngines } from "./usual-engines";

/** What a run of the project can be made of: its panels, the engines with their prices, and the credits there are. */
export async function listRunOptions(input: RunOptionsInput): Promise<Result<RunOptionsDto>> {
  const parsed = parseInput(RunOptionsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<RunOptionsDto>(async (tx) => {
    const [found] = await tx
      .select({ id: project.id })
      .from(project)
      .where(and(eq(project.orgId, orgId), eq(project.id, projectId)));
    if (!found) return err(notFound("project"));
    const panels = await tx
      .selectDistinctOn([panel.name, panel.id], {
        panelId: panel.id,
        panelVersionId: panelVersion.id,
        name: panel.name,
        version: panelVersion.version,
        prompts: sql<number>`(select count(*)::int from ${prompt}
          where ${prompt.orgId} = ${panelVersion.orgId} and ${prompt.panelVersionId} = ${panelVersion.id})`,
      })
      .from(panel)
      .innerJoin(panelVersion, and(eq(panelVersion.orgId, panel.orgId), eq(panelVersion.panelId, panel.id)))
      .where(and(eq(panel.orgId, orgId), eq(panel.projectId, projectId)))
      .orderBy(asc(panel.name), asc(panel.id), desc(panelVersion.version));
    const last = await readNewestRun(tx, projectId);
    const { available } = await readBalance(tx);
    const options = engineOptions(await readOwnEnvironment(tx), await readEngineNotes(tx));
    return ok({
      panels,
      usualPanelId: last?.panelId ?? null,
      ...options,
      usualEngineIds: usualEngines(options.engines, last?.grid.map(({ engineId }) => engineId) ?? []),
      maxRepeats: MAX_REPEATS,
      maxPlannedPrompts: MAX_PLANNED_PROMPTS,
      available,
      mayStart: mayActAs("member"),
    });
  });
}

interface NewestRun {
  readonly panelId: PanelId;
  readonly grid: readonly GridEngine[];
}

async function readNewestRun(tx: TenantTransaction, projectId: ProjectId): Promise<NewestRun | undefined> {
  const { orgId } = requireContext();
  const [newest] = await tx
    .select({ panelId: panelVersion.panelId, grid: run.grid })
    .from(run)
    .innerJoin(panelVersion, and(eq(panelVersion.orgId, run.orgId), eq(panelVersion.id, run.panelVersionId)))
    .where(and(eq(run.orgId, orgId), eq(run.projectId, projectId), eq(run.kind, "ask")))
    .orderBy(desc(run.id))
    .limit(1);
  return newest;
}

/** In the registry's order. */
function engineOptions(
  environment: Environment,
  notes: EngineNotes,
): Pick<RunOptionsDto, "engines" | "sandbox"> {
  const all = engines.map((engine) => ({ engine, status: engineStatus(engine.id, environment) }));
  return {
    sandbox: all.some(({ status }) => status.ready && status.sandbox),
    engines: all.map(({ engine: { id, label, surface, price }, status }) => ({
      engineId: id,
      label,
      surface,
      credits: price.credits,
      noAnswerShownCredits: price.noAnswerShownCredits ?? price.credits,
      ...standing(status, notes.get(id)),
    })),
  };
}

function standing(
  status: EngineStatus,
  note: EngineNote | undefined,
): Pick<RunOptionsDto["engines"][number], "problem" | "resting"> {
  if (!status.ready) return { problem: status.reason, resting: null };
  if (note?.kind === "paused") return { problem: note.words, resting: null };
  return { problem: null, resting: note?.words ?? null };
}
