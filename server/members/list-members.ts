import { and, asc, eq, isNull } from "drizzle-orm";
import { membership, user, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import type { MembersDto } from "./contract";

/** Everybody who may enter the org, by name; for all of its own people, not for client viewers. */
export async function listMembers(): Promise<Result<MembersDto>> {
  if (!mayDo("members.read")) return err(forbidden("see the members"));
  const { orgId, actor } = requireContext();
  return withTenant(async (tx) => {
    const rows = await tx
      .select({
        userId: user.id,
        name: user.name,
        email: user.email,
        role: membership.role,
        workspace: workspace.name,
        since: membership.createdAt,
      })
      .from(membership)
      .innerJoin(user, eq(user.id, membership.userId))
      .leftJoin(
        workspace,
        and(eq(workspace.orgId, membership.orgId), eq(workspace.id, membership.workspaceId)),
      )
      .where(eq(membership.orgId, orgId))
      .orderBy(asc(user.name), asc(user.id));
    const workspaces = await tx
      .select({ workspaceId: workspace.id, name: workspace.name })
      .from(workspace)
      .where(and(eq(workspace.orgId, orgId), isNull(workspace.archivedAt)))
      .orderBy(asc(workspace.name));
    return ok({
      members: rows.map((row) => ({
        ...row,
        since: row.since.toISOString(),
        you: actor.kind === "user" && actor.userId === row.userId,
      })),
      mayChange: mayDo("members.change"),
      mayChangeOwners: mayDo("owners.change"),
      workspaces,
    });
  });
}
