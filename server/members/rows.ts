import { and, count, eq, sql } from "drizzle-orm";
import { membership, org } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { Role } from "@/server/kernel/context";
import { requireContext } from "@/server/kernel/context";
import type { UserId, WorkspaceId } from "@/server/kernel/id";

export interface HeldMembership {
  readonly role: Role;
  readonly workspaceId: WorkspaceId | null;
  readonly owners: number;
}

/**
 * The membership, read under the org's lock: changes of members wait for each other, so that of two owners who demote each
 * other the second sees what the first did.
 */
export async function lockMembership(
  tx: TenantTransaction,
  userId: UserId,
): Promise<HeldMembership | undefined> {
  const { orgId } = requireContext();
  await tx.select({ one: sql`1` }).from(org).where(eq(org.orgId, orgId)).for("no key update");
  const [held] = await tx
    .select({ role: membership.role, workspaceId: membership.workspaceId })
    .from(membership)
    .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
  const [owners] = await tx
    .select({ count: count() })
    .from(membership)
    .where(and(eq(membership.orgId, orgId), eq(membership.role, "owner")));
  return held && { ...held, owners: owners?.count ?? 0 };
}
