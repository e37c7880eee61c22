import { and, eq } from "drizzle-orm";
import { membership, userOrg } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { UserId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { MemberInput } from "./contract";
import { checkMemberChange } from "./member-rules";
import { lockMembership } from "./rows";

/**
 * Ends a membership: one's own, whatever the role, which is leaving; somebody else's, for admins; an owner's, for owners.
 * The last owner's can't be ended (`conflict`).
 */
export async function removeMember(input: MemberInput): Promise<Result<void>> {
  const parsed = parseInput(MemberInput, input);
  if (!parsed.ok) return parsed;
  const { userId } = parsed.value;
  const { actor } = requireContext();
  if (actor.kind === "user" && actor.userId === userId)
    return withTenant((tx) => endMembership(tx, userId, true, "member.leave"));
  if (!mayDo("members.change")) return err(forbidden("remove members"));
  return withTenant((tx) => endMembership(tx, userId, mayDo("owners.change"), "member.remove"));
}

async function endMembership(
  tx: TenantTransaction,
  userId: UserId,
  mayChangeOwners: boolean,
  action: "member.remove" | "member.leave",
): Promise<Result<void>> {
  const { orgId } = requireContext();
  const held = await lockMembership(tx, userId);
  if (!held) return err(notFound("member"));
  const { role, owners } = held;
  const checked = checkMemberChange({ from: role, to: null, owners, mayChangeOwners });
  if (!checked.ok) return checked;
  await tx.delete(membership).where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
  await tx.delete(userOrg).where(and(eq(userOrg.orgId, orgId), eq(userOrg.userId, userId)));
  await recordAudit(tx, { action, subjectType: "user", subjectId: userId, detail: { role } });
  return ok(undefined);
}
