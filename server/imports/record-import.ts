import { and, asc, eq } from "drizzle-orm";
import { ask, run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { AskId, RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { beginClosing, finishRun, recordAnswer, releaseRun } from "@/server/runs";

/**
 * Records what `startImport` stored: the steps of the durable functions, taken in place, since an import needs no worker.
 * It goes on where an earlier call stopped, and beside the janitor both do each answer once.
 */
export async function recordImport(
  runId: RunId,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Result<void>> {
  if (!mayActAs("member")) return err(forbidden("import answers"));
  const waiting = await readWaiting(runId);
  if (!waiting.ok) return waiting;
  for (const [index, { askId, leaseToken }] of waiting.value.entries()) {
    const recorded = await recordAnswer(askId, leaseToken);
    if (!recorded.ok) return recorded;
    onProgress(index + 1, waiting.value.length);
  }
  const closing = await beginClosing(runId);
  if (!closing.ok) return closing;
  // It has been closed already, or the janitor still holds some of its asks and closes it after them.
  if (!closing.value.ready) return ok(undefined);
  for (const step of [releaseRun, measureRun, finishRun]) {
    const done = await step(runId);
    if (!done.ok) return done;
  }
  return ok(undefined);
}

/** The asks of an import run that wait to be recorded, in the order of the file. */
async function readWaiting(runId: RunId): Promise<Result<{ askId: AskId; leaseToken: string }[]>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const [found] = await tx
      .select({ id: run.id })
      .from(run)
      .where(and(eq(run.orgId, orgId), eq(run.id, runId), eq(run.kind, "import")));
    if (!found) return err(notFound("import"));
    const asks = await tx
      .select({ askId: ask.id, leaseToken: ask.leaseToken })
      .from(ask)
      .where(and(eq(ask.orgId, orgId), eq(ask.runId, runId), eq(ask.state, "claimed")))
      .orderBy(asc(ask.id));
    return ok(asks.flatMap(({ askId, leaseToken }) => (leaseToken === null ? [] : [{ askId, leaseToken }])));
  });
}
