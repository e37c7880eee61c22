import { and, desc, eq, sql } from "drizzle-orm";
import { invite, membership, user, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import type { InviteDto } from "./contract";
import { senderStillMay } from "./invite-rules";

/** Who is invited and hasn't come yet, the latest first, for admins; those whose link doesn't work any more among them. */
export async function listInvites(): Promise<Result<InviteDto[]>> {
  if (!mayDo("members.change")) return err(forbidden("see who is invited"));
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const rows = await tx
      .select({
        inviteId: invite.id,
        email: invite.email,
        role: invite.role,
        workspace: workspace.name,
        invitedBy: user.name,
        byPerson: sql<boolean>`${invite.invitedBy} is not null`,
        sender: membership.role,
        sentAt: invite.sentAt,
        expiresAt: invite.expiresAt,
        expired: sql<boolean>`${invite.expiresAt} <= now()`,
      })
      .from(invite)
      .leftJoin(workspace, and(eq(workspace.orgId, invite.orgId), eq(workspace.id, invite.workspaceId)))
      .leftJoin(membership, and(eq(membership.orgId, invite.orgId), eq(membership.userId, invite.invitedBy)))
      .leftJoin(user, eq(user.id, invite.invitedBy))
      .where(eq(invite.orgId, orgId))
      .orderBy(desc(invite.sentAt), desc(invite.id));
    return ok(
      rows.map(({ byPerson, sender, expired, sentAt, expiresAt, ...row }) => ({
        ...row,
        sentAt: sentAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        state: expired ? "expired" : senderStillMay(row.role, sender, byPerson) ? "open" : "sender gone",
      })),
    );
  });
}
