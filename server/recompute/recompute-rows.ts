import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { recompute } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId, RecomputeId } from "@/server/kernel/id";

export type RecomputeRow = typeof recompute.$inferSelect;

const ACTIVE = ["requested", "reading", "measuring"] as const;

export function isActive({ state }: RecomputeRow): boolean {
  return ACTIVE.some((active) => active === state);
}

/** The row, and nobody else's until the transaction ends: whoever reads, stops or ends it waits here. */
export async function lockRecompute(
  tx: TenantTransaction,
  recomputeId: RecomputeId,
): Promise<RecomputeRow | undefined> {
  const [found] = await tx
    .select()
    .from(recompute)
    .where(and(eq(recompute.orgId, requireContext().orgId), eq(recompute.id, recomputeId)))
    .for("no key update");
  return found;
}

/** The project's one that is going on, locked as above. */
export async function lockActive(
  tx: TenantTransaction,
  projectId: ProjectId,
): Promise<RecomputeRow | undefined> {
  const [found] = await tx
    .select()
    .from(recompute)
    .where(
      and(
        eq(recompute.orgId, requireContext().orgId),
        eq(recompute.projectId, projectId),
        inArray(recompute.state, [...ACTIVE]),
      ),
    )
    .for("no key update");
  return found;
}

/** The one that is going on, else the last one. */
export async function readLatest(
  tx: TenantTransaction,
  projectId: ProjectId,
): Promise<RecomputeRow | undefined> {
  const [found] = await tx
    .select()
    .from(recompute)
    .where(and(eq(recompute.orgId, requireContext().orgId), eq(recompute.projectId, projectId)))
    .orderBy(desc(recompute.requestedAt), desc(recompute.id))
    .limit(1);
  return found;
}

export async function changeRecompute(
  tx: TenantTransaction,
  recomputeId: RecomputeId,
  changed: Partial<Omit<typeof recompute.$inferInsert, "orgId" | "id" | "projectId">>,
): Promise<void> {
  await tx
    .update(recompute)
    .set({ ...changed, touchedAt: sql`now()` })
    .where(and(eq(recompute.orgId, requireContext().orgId), eq(recompute.id, recomputeId)));
}
