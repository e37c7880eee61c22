import { and, eq, gt, sql } from "drizzle-orm";
import { invite, membership, org, orgSlug, user, workspace } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import { senderStillMay } from "./invite-rules";
import { hashOfInvite } from "./invite-token";

/**
 * The invitation that a token opens: in time, sent by who still may, to a workspace that is still there. Undefined
 * otherwise. To accept it, it is locked: of many at once each reads it after the one before is done.
 */
export async function readOpenInvite(tx: TenantTransaction, token: string, as: "to read" | "to accept") {
  const { orgId } = requireContext();
  const opened = and(
    eq(invite.orgId, orgId),
    eq(invite.tokenHash, hashOfInvite(token)),
    gt(invite.expiresAt, sql`now()`),
  );
  const query = tx.select().from(invite).where(opened);
  const [found] = await (as === "to accept" ? query.for("update") : query);
  if (!found) return undefined;
  const { invitedBy, workspaceId, role } = found;
  const [sender] =
    invitedBy === null
      ? []
      : await tx
          .select({ role: membership.role, name: user.name })
          .from(membership)
          .innerJoin(user, eq(user.id, membership.userId))
          .where(and(eq(membership.orgId, orgId), eq(membership.userId, invitedBy)));
  if (!senderStillMay(role, sender?.role ?? null, invitedBy !== null)) return undefined;
  const [limit] =
    workspaceId === null
      ? []
      : await tx
          .select({ name: workspace.name })
          .from(workspace)
          .where(and(eq(workspace.orgId, orgId), eq(workspace.id, workspaceId)));
  if (workspaceId !== null && !limit) return undefined;
  return { ...found, sender: sender?.name ?? null, workspace: limit?.name ?? null };
}

/** What the org is called and where it stands. */
export async function readOrgAddress(tx: TenantTransaction) {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ org: org.name, slug: orgSlug.slug })
    .from(org)
    .innerJoin(orgSlug, eq(orgSlug.orgId, org.orgId))
    .where(eq(org.orgId, orgId));
  return found;
}

/** Whether the person is a member of the org by now. */
export async function isMemberNow(tx: TenantTransaction, userId: UserId): Promise<boolean> {
  const held = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .where(and(eq(membership.orgId, requireContext().orgId), eq(membership.userId, userId)));
  return held.length > 0;
}
