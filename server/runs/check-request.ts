import { and, count, eq, sql } from "drizzle-orm";
import { panel, panelVersion, prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { type Environment, engineStatus, getEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
import type { PanelVersionId, ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

/**
 * Every engine known and with a key, the platform's or the org's own (`environment`, of readOwnEnvironment); none twice.
 * `sandbox`: their answers would be made up.
 */
export function checkEngines(
  engineIds: readonly string[],
  environment: Environment,
): Result<{ sandbox: boolean }> {
  const statuses = engineIds.map((id) => engineStatus(id, environment));
  const blocked = statuses.find((status) => !status.ready);
  if (blocked && !blocked.ready) return err(new AppError("engine_unavailable", blocked.reason));
  if (new Set(engineIds).size < engineIds.length) {
    return err(new AppError("invalid_input", "An engine is chosen twice."));
  }
  return ok({ sandbox: statuses.some((status) => status.ready && status.sandbox) });
}

export interface CheckedPrompts {
  readonly prompts: number;
  /** Those that name no brand themselves: only they enter presence and share of voice. */
  readonly unbranded: number;
}

/** The version is of a panel of the project, holds prompts, and none is longer than an engine takes. */
export async function checkPrompts(
  tx: TenantTransaction,
  wanted: { projectId: ProjectId; panelVersionId: PanelVersionId; engineIds: readonly string[] },
): Promise<Result<CheckedPrompts>> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({
      prompts: count(prompt.id),
      unbranded: sql<number>`(count(${prompt.id}) filter (where ${prompt.intent} <> 'branded'))::int`,
      longest: sql<number>`coalesce(max(length(${prompt.text})), 0)::int`,
    })
    .from(panelVersion)
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .leftJoin(prompt, and(eq(prompt.orgId, panelVersion.orgId), eq(prompt.panelVersionId, panelVersion.id)))
    .where(
      and(
        eq(panelVersion.orgId, orgId),
        eq(panelVersion.id, wanted.panelVersionId),
        eq(panel.projectId, wanted.projectId),
      ),
    )
    .groupBy(panelVersion.id);
  if (!found) return err(notFound("panel in this project"));
  const { longest, ...counts } = found;
  if (counts.prompts === 0) {
    return err(new AppError("invalid_input", "This panel has no prompts yet. Add one, then run it."));
  }
  const strict = wanted.engineIds.map(getEngine).find((engine) => engine.limits.promptChars < longest);
  if (!strict) return ok(counts);
  const limit = strict.limits.promptChars;
  return err(
    new AppError(
      "invalid_input",
      `${strict.label} takes prompts of at most ${limit} characters; the longest of this panel has ${longest}. ` +
        `Shorten it, or run without ${strict.label}.`,
    ),
  );
}
