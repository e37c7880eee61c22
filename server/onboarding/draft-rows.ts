import { and, eq, sql } from "drizzle-orm";
import { setupDraft } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import { SetupDraft } from "./contract";

/** The person who acts; undefined for a job or a key, which set nothing up. */
export function actingPerson(): UserId | undefined {
  const { actor } = requireContext();
  return actor.kind === "user" ? actor.userId : undefined;
}

const mine = (userId: UserId) =>
  and(eq(setupDraft.orgId, requireContext().orgId), eq(setupDraft.userId, userId));

/** What the person began; null where there is nothing, or what an earlier version kept can't be read any more. */
export async function readDraft(tx: TenantTransaction, userId: UserId): Promise<SetupDraft | null> {
  const [row] = await tx.select({ content: setupDraft.content }).from(setupDraft).where(mine(userId));
  return SetupDraft.safeParse(row?.content).data ?? null;
}

/** In the place of whatever the person had begun before. False: it was exactly this already, and nothing was written. */
export async function writeDraft(
  tx: TenantTransaction,
  userId: UserId,
  content: SetupDraft,
): Promise<boolean> {
  const { orgId } = requireContext();
  const written = await tx
    .insert(setupDraft)
    .values({ orgId, userId, content })
    .onConflictDoUpdate({
      target: [setupDraft.orgId, setupDraft.userId],
      set: { content, updatedAt: sql`now()` },
      setWhere: sql`${setupDraft.content} is distinct from excluded.content`,
    })
    .returning({ userId: setupDraft.userId });
  return written.length > 0;
}

/** Whether there was one. Of two at once one gets it. */
export async function takeDraft(tx: TenantTransaction, userId: UserId): Promise<boolean> {
  const taken = await tx.delete(setupDraft).where(mine(userId)).returning({ userId: setupDraft.userId });
  return taken.length > 0;
}
