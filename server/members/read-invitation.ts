import { withTenant } from "@/db/tenant";
import { runInContext } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import type { InvitationDto } from "./contract";
import { orgOfInvite } from "./invite-token";
import { isMemberNow, readOpenInvite, readOrgAddress } from "./open-invite";

/** Who opened the link, where somebody is signed in. */
export interface InviteReader {
  readonly userId: UserId;
  readonly email: string;
}

/**
 * What a mailed link says to who opened it. Whoever has it may read who invites to what; to whom it was sent it tells
 * nobody. A token that was never made, was used, taken back or is too old are the same answer.
 */
export async function readInvitation(
  token: string,
  reader: InviteReader | null,
  requestId: string,
): Promise<Result<InvitationDto>> {
  const orgId = orgOfInvite(token);
  if (orgId === null) return ok({ kind: "gone" });
  return runInContext({ orgId, actor: { kind: "system", job: "read-invitation" }, requestId }, () =>
    withTenant<InvitationDto>(async (tx) => {
      const address = await readOrgAddress(tx);
      if (!address) return ok({ kind: "gone" });
      if (reader && (await isMemberNow(tx, reader.userId))) return ok({ kind: "member", ...address });
      const open = await readOpenInvite(tx, token, "to read");
      if (!open) return ok({ kind: "gone" });
      const { role, workspace, sender, email } = open;
      const invited = reader?.email.toLowerCase() === email ? "invited" : "another";
      return ok({
        kind: "open",
        org: address.org,
        invitedBy: sender,
        role,
        workspace,
        reader: reader === null ? "nobody" : invited,
      });
    }),
  );
}
