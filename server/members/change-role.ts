import { and, eq } from "drizzle-orm";
import { membership, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { ChangeRoleInput } from "./contract";
import { checkMemberChange } from "./member-rules";
import { lockMembership } from "./rows";

/**
 * Gives a member another role, for admins; for owners where an owner is made or unmade. The last owner stays one
 * (`conflict`). Counts from that person's next request on. The same role again changes nothing.
 */
export async function changeRole(input: ChangeRoleInput): Promise<Result<void>> {
  if (!mayDo("members.change")) return err(forbidden("change roles"));
  const parsed = parseInput(ChangeRoleInput, input);
  if (!parsed.ok) return parsed;
  const { userId, role } = parsed.value;
  const named = WorkspaceId.nullable().safeParse(parsed.value.workspaceId ?? null);
  if (!named.success) return err(notFound("workspace"));
  const workspaceId = named.data;
  if ((role === "client_viewer") !== (workspaceId !== null))
    return err(new AppError("invalid_input", "A client viewer has one workspace, and nobody else has."));
  const { orgId } = requireContext();
  return withTenant<void>(async (tx) => {
    const held = await lockMembership(tx, userId);
    if (!held) return err(notFound("member"));
    const { owners, ...before } = held;
    if (before.role === role && before.workspaceId === workspaceId) return ok(undefined);
    const change = { from: before.role, to: role, owners, mayChangeOwners: mayDo("owners.change") };
    const checked = checkMemberChange(change);
    if (!checked.ok) return checked;
    if (workspaceId !== null) {
      const found = await tx
        .select({ id: workspace.id })
        .from(workspace)
        .where(and(eq(workspace.orgId, orgId), eq(workspace.id, workspaceId)));
      if (found.length === 0) return err(notFound("workspace"));
    }
    await tx
      .update(membership)
      .set({ role, workspaceId })
      .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
    await recordAudit(tx, {
      action: "member.role",
      subjectType: "user",
      subjectId: userId,
      before,
      after: { role, workspaceId },
    });
    return ok(undefined);
  });
}
