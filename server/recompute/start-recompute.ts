import { recompute } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { actorLabel, mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { newId, type ProjectId, type RecomputeId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";
import { projectExists } from "@/server/projects";
import { keepEarlierValues } from "@/server/reports";
import { RecomputeProjectInput, type StartedRecompute } from "./contract";
import { currentReading } from "./current-reading";
import { lockActive, readLatest } from "./recompute-rows";
import { countStale } from "./stale-answers";

/**
 * Puts the project's stored answers on their way to be read again, and keeps the numbers of now as the old series. Free:
 * nothing is bought, nothing charged. The one that is going on already is the answer to a second start; refused where
 * every answer was read with the brands and the extractor of now: the same start again has no second effect.
 */
export async function startRecompute(input: RecomputeProjectInput): Promise<Result<StartedRecompute>> {
  if (!mayActAs("member")) return err(forbidden("have answers read again"));
  const parsed = parseInput(RecomputeProjectInput, input);
  if (!parsed.ok) return parsed;
  const started = await withTenant((tx) => start(tx, parsed.value.projectId));
  if (started.ok) await sendOutboxSoon();
  return started;
}

async function start(tx: TenantTransaction, projectId: ProjectId): Promise<Result<StartedRecompute>> {
  if (!(await projectExists(tx, projectId, { lock: true }))) return err(notFound("project"));
  const active = await lockActive(tx, projectId);
  if (active) return ok({ recomputeId: active.id, total: active.total });
  const { extractorVersion, brandSetVersion } = await currentReading(tx, projectId);
  const versions = { extractorVersion, brandSetVersion };
  const total = await countStale(tx, projectId, versions);
  // One that failed may have left numbers that were not counted anew.
  const unfinished = (await readLatest(tx, projectId))?.state === "failed";
  if (total === 0 && !unfinished)
    return err(
      new AppError(
        "conflict",
        "Every stored answer has been read with the brands as they are: nothing is left to read.",
      ),
    );
  const { orgId, actor } = requireContext();
  const recomputeId = newId<RecomputeId>();
  const row = { orgId, id: recomputeId, projectId, total, ...versions, requestedBy: actorLabel(actor) };
  await tx.insert(recompute).values({ ...row, state: "requested" });
  await keepEarlierValues(tx, projectId, recomputeId, versions);
  const payload = { orgId, projectId, recomputeId };
  await announce(tx, "recompute/requested", payload, `recompute-requested:${recomputeId}`);
  await recordAudit(tx, {
    action: "recompute.start",
    subjectType: "project",
    subjectId: projectId,
    detail: { recomputeId, total, ...versions },
  });
  return ok({ recomputeId, total });
}
