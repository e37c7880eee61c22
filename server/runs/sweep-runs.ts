import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { ask, openRun } from "@/db/schema";
import { type TenantTransaction, withoutTenant, withTenant } from "@/db/tenant";
import { requireContext, runInContext } from "@/server/kernel/context";
import { AskId, newId, type OrgId, type RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";
import { announceIfFinished } from "./announce-if-finished";
import { askClaims } from "./ask-claims";
import { FAN_OUT_CHUNK, readAskEvents, sendAsks } from "./fan-out-asks";
import { patience } from "./patience";
import { lockRun } from "./rows";

const BATCH = 100;

/**
 * The janitor's work: looks at every run that has not ended and is due, and pushes on the ones that stand still, with the
 * same events and the same idempotent keys as the normal path. Returns how many runs it looked at.
 */
export async function sweepRuns(now: Date): Promise<Result<{ swept: number }>> {
  const due = await withoutTenant(async (tx) =>
    ok(
      await tx
        .select()
        .from(openRun)
        .where(lt(openRun.checkAt, now))
        .orderBy(asc(openRun.checkAt))
        .limit(BATCH),
    ),
  );
  if (!due.ok) return due;
  for (const { orgId, runId } of due.value) {
    const context = { orgId, actor: { kind: "system" as const, job: "janitor" }, requestId: newId<RunId>() };
    const swept = await runInContext(context, () => sweepRun(orgId, runId, now));
    if (!swept.ok) logger.warn({ runId, code: swept.error.code }, "a run could not be swept");
  }
  await sendOutboxSoon();
  return ok({ swept: due.value.length });
}

async function sweepRun(orgId: OrgId, runId: RunId, now: Date): Promise<Result<void>> {
  const occasion = `sweep:${Math.floor(now.getTime() / (patience.quietSeconds * 1000))}`;
  const stand = await withTenant(async (tx) => {
    const found = await lockRun(tx, runId);
    await tx
      .update(openRun)
      .set({ checkAt: new Date(now.getTime() + patience.quietSeconds * 1000) })
      .where(and(eq(openRun.orgId, orgId), eq(openRun.runId, runId)));
    if (found?.state === "requested" || found?.state === "waiting_for_credits") {
      await announce(tx, "run/requested", { orgId, runId }, `run-requested:${runId}:${occasion}`);
    }
    const lost = await askClaims.expired(tx, runId, FAN_OUT_CHUNK);
    return ok({
      state: found?.state,
      quiet: await isQuiet(tx, runId),
      lost: lost.map((id) => AskId.parse(id)),
    });
  });
  if (!stand.ok) return stand;
  if (stand.value.state === "closing") return announceIfFinished(runId, occasion);
  if (stand.value.state !== "asking" || !stand.value.quiet) return ok(undefined);
  const asks = await readAskEvents(runId, [or(eq(ask.state, "planned"), inArray(ask.id, stand.value.lost))]);
  if (!asks.ok) return asks;
  await sendAsks(asks.value, occasion);
  return announceIfFinished(runId, occasion);
}

/** No call in flight and no answer for a while: the run is stuck rather than waiting its turn in the queue. */
async function isQuiet(tx: TenantTransaction, runId: RunId): Promise<boolean> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ busy: boolean }>(sql`
    select exists (select from tracking.ask where org_id = ${orgId} and run_id = ${runId}
                   and state = 'claimed' and lease_until > clock_timestamp())
        or exists (select from tracking.answer where org_id = ${orgId} and run_id = ${runId}
                   and recorded_at > clock_timestamp() - make_interval(secs => ${patience.quietSeconds})) as busy`);
  return !rows[0]?.busy;
}
