import { and, eq, lt, sql } from "drizzle-orm";
import { invite, membership, user } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { countAttemptIn } from "@/server/accounts";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { type InviteId, newId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { sendMailSoon } from "@/server/mail";
import { checkWorkspace, readWorkspace } from "./check-standing";
import { InviteInput } from "./contract";
import { IN_DAYS, mayInvite, sendingPossible } from "./invite-rules";
import { newInviteToken } from "./invite-token";
import { writeInviteMail } from "./mail-invite";

/**
 * Invites an address, for admins; to be an owner, for owners. The mailed link works once, for 7 days, for who signs in with
 * that address. Refuses a member's address and one that is invited already (`conflict`), the 21st mail of an org in a
 * quarter of an hour and the sixth to one address (`busy`), and where no mail can be sent (`unavailable`). Whether there is
 * an account of that address makes no difference.
 */
export async function inviteMember(input: InviteInput): Promise<Result<{ inviteId: InviteId }>> {
  const parsed = parseInput(InviteInput, input);
  if (!parsed.ok) return parsed;
  const { email, role } = parsed.value;
  if (!mayInvite(role)) return err(forbidden(role === "owner" ? "invite owners" : "invite people"));
  const limit = readWorkspace(parsed.value);
  if (!limit.ok) return limit;
  const possible = sendingPossible();
  if (!possible.ok) return possible;
  const { orgId, actor } = requireContext();
  const invited = { email, role, workspaceId: limit.value };
  const inviteId = newId<InviteId>();
  const { token, tokenHash } = newInviteToken();
  const made = await withTenant(async (tx) => {
    const there = await checkWorkspace(tx, limit.value);
    if (!there.ok) return there;
    if (await isMember(tx, email)) return err(new AppError("conflict", `${email} is a member already.`));
    await tx
      .delete(invite)
      .where(and(eq(invite.orgId, orgId), lt(invite.expiresAt, sql`now() - interval '90 days'`)));
    const invitedBy = actor.kind === "user" ? actor.userId : null;
    const stored = await tx
      .insert(invite)
      .values({ orgId, id: inviteId, ...invited, tokenHash, invitedBy, expiresAt: IN_DAYS })
      .onConflictDoNothing({ target: [invite.orgId, invite.email] })
      .returning({ id: invite.id });
    if (stored.length === 0) return err(new AppError("conflict", `${email} ${ALREADY}`));
    const counted = await countInvite(tx, email);
    if (!counted.ok) return counted;
    const change = { subjectType: "invite", subjectId: inviteId, detail: { role, workspaceId: limit.value } };
    await recordAudit(tx, { action: "invite.send", ...change });
    return ok(await writeInviteMail(tx, invited, token));
  });
  if (!made.ok) return made;
  sendMailSoon(made.value);
  return ok({ inviteId });
}

const ALREADY = "is invited already. Send that invitation again, or take it back first.";

async function isMember(tx: TenantTransaction, email: string): Promise<boolean> {
  const found = await tx
    .select({ userId: membership.userId })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.orgId, requireContext().orgId), eq(user.email, email)));
  return found.length > 0;
}

/** Counts a mail of the org, and one to that address from whichever org. */
export async function countInvite(tx: TenantTransaction, email: string): Promise<Result<void>> {
  const counted = await countAttemptIn(tx, {
    what: "invite-of",
    who: requireContext().orgId,
    tries: 20,
    minutes: 15,
  });
  if (!counted.ok) return counted;
  return countAttemptIn(tx, { what: "invite-to", who: email, tries: 5, minutes: 15 });
}
