import { and, eq, inArray, lt, sql } from "drizzle-orm";
import { recompute } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";

/** One that didn't get on for so long has lost its job: that it took too long, nobody hears of. */
const STILL = "15 minutes";

/** Pushes on what stands still, with the event that began it. What goes on anyway is not disturbed: a batch locks its row. */
export async function resumeRecomputes(): Promise<Result<{ resumed: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("resume the reading of answers"));
  const { orgId } = requireContext();
  const resumed = await withTenant(async (tx) => {
    const rows = await tx
      .select({ id: recompute.id, projectId: recompute.projectId, touchedAt: recompute.touchedAt })
      .from(recompute)
      .where(
        and(
          eq(recompute.orgId, orgId),
          inArray(recompute.state, ["requested", "reading", "measuring"]),
          lt(recompute.touchedAt, sql`now() - ${STILL}::interval`),
        ),
      );
    for (const { id, projectId, touchedAt } of rows)
      await announce(
        tx,
        "recompute/requested",
        { orgId, projectId, recomputeId: id },
        `recompute-requested:${id}:${touchedAt.getTime()}`,
      );
    return ok({ resumed: rows.length });
  });
  if (resumed.ok && resumed.value.resumed > 0) await sendOutboxSoon();
  return resumed;
}
