import { and, eq } from "drizzle-orm";
import { invite } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { OpenInviteInput } from "./contract";
import { mayInvite } from "./invite-rules";

/** Takes an invitation back, for those who could make it: its link is dead from then on. */
export async function revokeInvite(input: OpenInviteInput): Promise<Result<void>> {
  if (!mayDo("members.change")) return err(forbidden("take invitations back"));
  const parsed = parseInput(OpenInviteInput, input);
  if (!parsed.ok) return parsed;
  const { inviteId } = parsed.value;
  return withTenant<void>(async (tx) => {
    const [held] = await tx
      .delete(invite)
      .where(and(eq(invite.orgId, requireContext().orgId), eq(invite.id, inviteId)))
      .returning({ role: invite.role });
    if (!held) return err(notFound("invitation"));
    if (!mayInvite(held.role)) return err(forbidden("decide about owners"));
    const { role } = held;
    await recordAudit(tx, {
      action: "invite.revoke",
      subjectType: "invite",
      subjectId: inviteId,
      detail: { role },
    });
    return ok(undefined);
  });
}
