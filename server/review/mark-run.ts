import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { answer, reviewedRun } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { announce } from "@/server/outbox";

/**
 * Marks the answer's run as one to measure again, and announces that once a burst: as long as the mark stands, further
 * decisions only touch it. The touch holds its row until the commit: whoever takes the mark away has this decision before it.
 */
export async function markRun(tx: TenantTransaction, answerId: AnswerId): Promise<void> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ runId: answer.runId })
    .from(answer)
    .where(and(eq(answer.orgId, orgId), eq(answer.id, answerId)));
  if (!found) throw new Error("an item without its answer");
  const { runId } = found;
  const burst = randomUUID();
  const [marked] = await tx
    .insert(reviewedRun)
    .values({ orgId, runId, burst })
    .onConflictDoUpdate({
      target: [reviewedRun.orgId, reviewedRun.runId],
      set: { burst: sql`${reviewedRun.burst}` },
    })
    .returning({ burst: reviewedRun.burst });
  if (marked?.burst === burst) await announce(tx, "run/reviewed", { orgId, runId }, `run-reviewed:${burst}`);
}
