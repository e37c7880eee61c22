import { and, eq, lt, sql } from "drizzle-orm";
import { invite } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { sendMailSoon } from "@/server/mail";
import { mayDo } from "@/server/permissions";
import { OpenInviteInput } from "./contract";
import { countInvite } from "./invite-member";
import { IN_DAYS, mayInvite, sendingPossible } from "./invite-rules";
import { newInviteToken } from "./invite-token";
import { writeInviteMail } from "./mail-invite";

/**
 * Sends an invitation again, with another link, for another 7 days: the old link is dead from then on. For those who could
 * make it. Not within a minute (`conflict`), so that pressing twice kills no link that is on its way.
 */
export async function resendInvite(input: OpenInviteInput): Promise<Result<void>> {
  if (!mayDo("members.change")) return err(forbidden("invite people"));
  const parsed = parseInput(OpenInviteInput, input);
  if (!parsed.ok) return parsed;
  const possible = sendingPossible();
  if (!possible.ok) return possible;
  const { inviteId } = parsed.value;
  const { orgId, actor } = requireContext();
  const mine = and(eq(invite.orgId, orgId), eq(invite.id, inviteId));
  const { token, tokenHash } = newInviteToken();
  const invitedBy = actor.kind === "user" ? actor.userId : null;
  const sent = await withTenant(async (tx) => {
    const [held] = await tx.select().from(invite).where(mine).for("update");
    if (!held) return err(notFound("invitation"));
    if (!mayInvite(held.role)) return err(forbidden("invite owners"));
    const again = await tx
      .update(invite)
      .set({ tokenHash, invitedBy, sentAt: sql`now()`, expiresAt: IN_DAYS })
      .where(and(mine, lt(invite.sentAt, sql`now() - interval '1 minute'`)))
      .returning({ id: invite.id });
    if (again.length === 0) return err(new AppError("conflict", TOO_SOON));
    const counted = await countInvite(tx, held.email);
    if (!counted.ok) return counted;
    const { role } = held;
    await recordAudit(tx, {
      action: "invite.resend",
      subjectType: "invite",
      subjectId: inviteId,
      detail: { role },
    });
    return ok(await writeInviteMail(tx, held, token));
  });
  if (!sent.ok) return sent;
  sendMailSoon(sent.value);
  return ok(undefined);
}

const TOO_SOON = "It was sent a moment ago. Wait a minute before you send it again.";
