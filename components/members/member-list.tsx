import type { MembersDto } from "@/server/members/contract";
import { MemberItem } from "./member-item";

/** Everybody who may enter the org. It is never empty: whoever reads it is in it. */
export function MemberList({ org, people }: { org: string; people: MembersDto }) {
  const { members, ...may } = people;
  const owners = members.filter(({ role }) => role === "owner").length;
  return (
    <ul className="rounded-xl border border-line bg-surface" aria-label="Members">
      {members.map((member) => (
        <MemberItem
          key={member.userId}
          {...{ org, member, may }}
          lastOwner={member.role === "owner" && owners === 1}
        />
      ))}
    </ul>
  );
}
