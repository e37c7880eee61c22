import { and, eq } from "drizzle-orm";
import { membership } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { type Role, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { UserId, WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { checkWorkspace, readWorkspace } from "./check-standing";
import { ChangeRoleInput } from "./contract";
import { checkMemberChange } from "./member-rules";
import { lockMembership } from "./rows";

/**
 * Gives a member another role, for admins; for owners where an owner is made or unmade. The last owner stays one
 * (`conflict`). With `stepDown` an owner hands the org over: the other is one, they an admin, both or neither. Counts from
 * that person's next request on. The same role again changes nothing.
 */
export async function changeRole(input: ChangeRoleInput): Promise<Result<void>> {
  if (!mayDo("members.change")) return err(forbidden("change roles"));
  const parsed = parseInput(ChangeRoleInput, input);
  if (!parsed.ok) return parsed;
  const { userId, role, stepDown = false } = parsed.value;
  const workspaceId = readWorkspace(parsed.value);
  if (!workspaceId.ok) return workspaceId;
  const next: Held = { role, workspaceId: workspaceId.value };
  return withTenant<void>(async (tx) => {
    const held = await lockMembership(tx, userId);
    if (!held) return err(notFound("member"));
    const { owners, ...before } = held;
    if (before.role !== role || before.workspaceId !== next.workspaceId) {
      const change = { from: before.role, to: role, owners, mayChangeOwners: mayDo("owners.change") };
      const checked = checkMemberChange(change);
      if (!checked.ok) return checked;
      const there = await checkWorkspace(tx, next.workspaceId);
      if (!there.ok) return there;
      await setRole(tx, userId, before, next);
    }
    return stepDown ? stepDownFor(tx, userId, role) : ok(undefined);
  });
}

interface Held {
  readonly role: Role;
  readonly workspaceId: WorkspaceId | null;
}

/** Under the org's lock: whoever isn't an owner any more at this moment has nothing to hand over. */
async function stepDownFor(tx: TenantTransaction, successor: UserId, role: Role): Promise<Result<void>> {
  const { actor } = requireContext();
  if (role !== "owner" || actor.kind !== "user" || actor.userId === successor)
    return err(new AppError("invalid_input", "Ownership is handed over to another member."));
  const own = await lockMembership(tx, actor.userId);
  if (own?.role !== "owner") return err(forbidden("hand the organisation over"));
  await setRole(tx, actor.userId, { role: "owner", workspaceId: null }, { role: "admin", workspaceId: null });
  return ok(undefined);
}

async function setRole(tx: TenantTransaction, userId: UserId, before: Held, after: Held): Promise<void> {
  const { orgId } = requireContext();
  await tx
    .update(membership)
    .set({ ...after })
    .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
  const change = { before: { ...before }, after: { ...after } };
  await recordAudit(tx, { action: "member.role", subjectType: "user", subjectId: userId, ...change });
}
