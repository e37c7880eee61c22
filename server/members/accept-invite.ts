import { and, eq } from "drizzle-orm";
import { invite } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { addMember } from "@/server/accounts";
import { recordAudit } from "@/server/audit";
import { runInContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { orgOfInvite } from "./invite-token";
import { isMemberNow, readOpenInvite, readOrgAddress } from "./open-invite";
import type { InviteReader } from "./read-invitation";

/**
 * Makes the reader a member as they were invited to be, once: of many at a time one does. Refuses who isn't signed in with
 * the invited address (`forbidden`), a member (`conflict`), and a token that opens nothing any more, whatever the reason, in
 * the same words (`conflict`). Gives the org's address.
 */
export async function acceptInvite(
  token: string,
  reader: InviteReader,
  requestId: string,
): Promise<Result<{ slug: string }>> {
  const orgId = orgOfInvite(token);
  if (orgId === null) return err(new AppError("conflict", GONE));
  const { userId } = reader;
  // No member acts yet: on record is the person, with the least that a role may do.
  const actor = { kind: "user", userId, role: "client_viewer" } as const;
  return runInContext({ orgId, actor, requestId }, () =>
    withTenant(async (tx) => {
      const open = await readOpenInvite(tx, token, "to accept");
      const address = await readOrgAddress(tx);
      if (!open || !address) return err(new AppError("conflict", GONE));
      if (open.email !== reader.email.toLowerCase()) return err(new AppError("forbidden", ANOTHER));
      if (await isMemberNow(tx, userId))
        return err(new AppError("conflict", `You are a member of ${address.org} already.`));
      const { id, role, workspaceId } = open;
      await tx.delete(invite).where(and(eq(invite.orgId, orgId), eq(invite.id, id)));
      await addMember(tx, userId, role, workspaceId);
      await recordAudit(tx, {
        action: "invite.accept",
        subjectType: "invite",
        subjectId: id,
        detail: { role },
      });
      return ok({ slug: address.slug });
    }),
  );
}

const GONE = "This invitation doesn’t work any more: it was used, taken back, or is older than 7 days.";
const ANOTHER = "This invitation was sent to another address than the one that you are signed in with.";
