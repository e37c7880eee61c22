import { membership, userOrg } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { type Role, requireContext } from "@/server/kernel/context";
import type { UserId, WorkspaceId } from "@/server/kernel/id";

/** Makes the person a member of the current org, in the caller's transaction. The caller has checked who may do that. */
export async function addMember(
  tx: TenantTransaction,
  userId: UserId,
  role: Role,
  workspaceId: WorkspaceId | null = null,
): Promise<void> {
  const { orgId } = requireContext();
  await tx.insert(membership).values({ orgId, userId, role, workspaceId });
  await tx.insert(userOrg).values({ userId, orgId }).onConflictDoNothing();
  await recordAudit(tx, { action: "member.add", subjectType: "user", subjectId: userId, detail: { role } });
}
