import { and, asc, count, eq } from "drizzle-orm";
import { recomputeNote } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type RecomputeProgress, RecomputeProjectInput, type RecomputeStatus } from "./contract";
import { currentReading } from "./current-reading";
import { type RecomputeRow, readLatest } from "./recompute-rows";
import { countStale } from "./stale-answers";

/** Notes that the screen spells out; beyond them it only counts. */
const SHOWN = 20;

/** How many of a project's answers were read the old way, and how far the reading anew is. For every role. */
export async function getRecompute(input: RecomputeProjectInput): Promise<Result<RecomputeStatus>> {
  const parsed = parseInput(RecomputeProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<RecomputeStatus>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const stale = await countStale(tx, projectId, await currentReading(tx, projectId));
    const latest = await readLatest(tx, projectId);
    return ok({ stale, latest: latest ? await progressOf(tx, latest) : null });
  });
}

async function progressOf(tx: TenantTransaction, row: RecomputeRow): Promise<RecomputeProgress> {
  const ofIt = and(eq(recomputeNote.orgId, requireContext().orgId), eq(recomputeNote.recomputeId, row.id));
  const [noted] = await tx.select({ unread: count() }).from(recomputeNote).where(ofIt);
  const unreadAnswers = await tx
    .select({ answerId: recomputeNote.answerId, reason: recomputeNote.reason })
    .from(recomputeNote)
    .where(ofIt)
    .orderBy(asc(recomputeNote.answerId))
    .limit(SHOWN);
  const { state, stopped, total, done, failure, requestedAt, endedAt } = row;
  return {
    recomputeId: row.id,
    state,
    stopped,
    total,
    done,
    failure,
    requestedAt: requestedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    unread: noted?.unread ?? 0,
    unreadAnswers,
  };
}
