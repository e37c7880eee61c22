import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { formatMoment } from "@/components/ui/format";
import type { InviteDto, MembersDto } from "@/server/members/contract";
import { InviteActions } from "./invite-actions";
import { ROLE_WORDS } from "./member-words";

interface Props {
  readonly org: string;
  readonly invites: readonly InviteDto[];
  readonly may: Pick<MembersDto, "mayChangeOwners">;
}

/** Who is invited and hasn't come yet. */
export function InviteList({ org, invites, may }: Props) {
  return (
    <Card title="Invitations" detail="Sent, and not accepted yet. Times are in UTC.">
      {invites.length === 0 ? (
        <p className="text-ink-soft text-sm">Nobody is invited at the moment.</p>
      ) : (
        <ul aria-label="Invitations">
          {invites.map((invite) => (
            <li
              key={invite.inviteId}
              className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line py-4 not-first:border-t first:pt-0 last:pb-0"
            >
              <div className="min-w-0 flex-1 basis-72">
                <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
                  <span className="wrap-anywhere min-w-0">{invite.email}</span>
                  <Badge>{ROLE_WORDS[invite.role].label}</Badge>
                  {invite.state !== "open" && <Badge tone="caution">Doesn’t work any more</Badge>}
                </h3>
                <p className="wrap-anywhere mt-1 text-ink-faint text-sm">
                  {sentWords(invite)}
                  {invite.workspace !== null && ` For the workspace ${invite.workspace} alone.`}
                </p>
              </div>
              {(invite.role !== "owner" || may.mayChangeOwners) && (
                <InviteActions org={org} inviteId={invite.inviteId} email={invite.email} />
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function sentWords({ state, invitedBy, sentAt, expiresAt }: InviteDto): string {
  const sent = `Sent ${formatMoment(sentAt)}${invitedBy === null ? "" : ` by ${invitedBy}`}`;
  if (state === "expired") return `${sent}. Its time was over ${formatMoment(expiresAt)}.`;
  if (state === "sender gone") return `${sent}, who may not invite any more. Send it again to let it count.`;
  return `${sent}. Works until ${formatMoment(expiresAt)}.`;
}
