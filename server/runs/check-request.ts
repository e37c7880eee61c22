import { and, count, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { panel, panelVersion, prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { engineStatus, getEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { RequestRunInput } from "./contract";

type Wanted = z.output<typeof RequestRunInput>;

/** Every engine known and with a key; simulated moments and surfaces only where every answer is made up anyway. */
export function checkEngines({ engineIds, simulated }: Wanted): Result<{ sandbox: boolean }> {
  const statuses = engineIds.map((id) => engineStatus(id));
  const blocked = statuses.find((status) => !status.ready);
  if (blocked && !blocked.ready) return err(new AppError("engine_unavailable", blocked.reason));
  if (new Set(engineIds).size < engineIds.length) {
    return err(new AppError("invalid_input", "An engine is chosen twice."));
  }
  const sandbox = statuses.some((status) => status.ready && status.sandbox);
  if (!sandbox && Object.keys(simulated).length > 0) {
    return err(
      new AppError("invalid_input", "Only a sandbox run can be given a simulated moment or surface."),
    );
  }
  return ok({ sandbox });
}

/** The version is of a panel of the project, holds prompts, and none is longer than an engine takes. */
export async function checkPrompts(
  tx: TenantTransaction,
  wanted: Wanted,
): Promise<Result<{ prompts: number }>> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({
      prompts: count(prompt.id),
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
  const { prompts, longest } = found;
  if (prompts === 0) {
    return err(new AppError("invalid_input", "This panel has no prompts yet. Add one, then run it."));
  }
  const strict = wanted.engineIds.map(getEngine).find((engine) => engine.limits.promptChars < longest);
  if (!strict) return ok({ prompts });
  const limit = strict.limits.promptChars;
  return err(
    new AppError(
      "invalid_input",
      `${strict.label} takes prompts of at most ${limit} characters; the longest of this panel has ${longest}. ` +
        `Shorten it, or run without ${strict.label}.`,
    ),
  );
}
