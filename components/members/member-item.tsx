import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format";
import type { MemberDto, MembersDto } from "@/server/members/contract";
import { ChangeRole } from "./change-role";
import { LeaveOrg, RemoveMember } from "./end-membership";
import { ROLE_WORDS } from "./member-words";

interface Props {
  readonly org: string;
  readonly member: MemberDto;
  readonly may: Omit<MembersDto, "members">;
  /** The only owner, whom the org can't lose. */
  readonly lastOwner: boolean;
}

/** A member in the list: who, as what, since when, and what can be done about it. */
export function MemberItem({ org, member, may, lastOwner }: Props) {
  const { userId, name, email, role, workspace, since, you } = member;
  const mayDecide = may.mayChange && !lastOwner && (role !== "owner" || may.mayChangeOwners);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line px-4 py-4 not-first:border-t sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
          <span className="wrap-anywhere min-w-0">{name}</span>
          <Badge tone={role === "owner" ? "good" : "neutral"}>{ROLE_WORDS[role].label}</Badge>
          {you && <Badge>You</Badge>}
        </h3>
        <p className="wrap-anywhere text-ink-soft text-sm">{email}</p>
        <p className="wrap-anywhere mt-1 text-ink-faint text-sm">
          Since {formatDay(since)}
          {workspace !== null && <>, in the workspace {workspace} alone</>}
        </p>
        {lastOwner && you && (
          <p className="mt-1 max-w-prose text-ink-faint text-sm">
            The only owner. An organisation needs one: make somebody else an owner first, to leave or to
            change this role.
          </p>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {mayDecide && <ChangeRole {...{ org, member, may }} />}
        {mayDecide && !you && <RemoveMember {...{ org, userId, name }} />}
        {you && !lastOwner && <LeaveOrg {...{ org, userId }} />}
      </div>
    </li>
  );
}
