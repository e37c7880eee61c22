import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { LeaveOrg } from "@/components/members/end-membership";
import { HandOver } from "@/components/members/hand-over";
import { InviteList } from "@/components/members/invite-list";
import { InviteMember } from "@/components/members/invite-member";
import { MemberList } from "@/components/members/member-list";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Members" };

/** Who may enter the org, and as what. A client viewer sees nobody, and may leave. */
export default async function MembersPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const call = await api();
  const people = await call.members.list({ org }).catch(refusalWords);
  if (typeof people === "string") {
    const { userId } = await call.me.get();
    return (
      <>
        <PageHeader title="Members" />
        <EmptyState title="Not for your role" action={<LeaveOrg org={org} userId={userId} />}>
          {people}
        </EmptyState>
      </>
    );
  }
  const invites = people.mayChange ? await call.members.invites({ org }) : null;
  const others = people.members.filter(({ you }) => !you);
  return (
    <>
      <PageHeader
        title="Members"
        detail="Who may enter this organisation, and as what."
        actions={
          <>
            {people.mayChangeOwners && <HandOver org={org} others={others} />}
            {people.mayChange && <InviteMember org={org} may={people} />}
          </>
        }
      />
      <div className="flex flex-col gap-6">
        <MemberList org={org} people={people} />
        {invites && <InviteList org={org} invites={invites} may={people} />}
      </div>
    </>
  );
}

/** The words of a role that is too low; everything else is thrown on. */
function refusalWords(error: unknown): string {
  if (error instanceof TRPCError && error.code === "FORBIDDEN") return error.message;
  throw error;
}
