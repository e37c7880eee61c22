import type { Metadata } from "next";
import { Door } from "@/components/accounts/door";
import { invitedAs } from "@/components/members/member-words";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { invitation } from "@/server/auth";
import { signOutAction } from "../actions";
import { joinAction } from "./actions";

export const metadata: Metadata = { title: "Invitation", robots: { index: false }, referrer: "no-referrer" };
export const dynamic = "force-dynamic";

interface Props {
  readonly searchParams: Promise<{ token?: string | string[] }>;
}

/** Where an invitation's link leads. A press joins, not the visit: programs that look at mails for safety visit links. */
export default async function InvitePage({ searchParams }: Props) {
  const { token: given } = await searchParams;
  const token = typeof given === "string" ? given : "";
  const { says, signedInAs } = await invitation(token);
  if (says.kind === "gone")
    return (
      <Door title="Invitation">
        <Notice tone="caution" title="This invitation doesn’t work any more">
          It was used, taken back, or is older than 7 days. Ask whoever invited you to send it again.
        </Notice>
      </Door>
    );
  if (says.kind === "member")
    return (
      <Door title={says.org}>
        <p className="text-ink-soft">You are a member already.</p>
        <ButtonLink href={`/${says.slug}`}>Go to {says.org}</ButtonLink>
      </Door>
    );
  const { org, invitedBy, role, workspace, reader } = says;
  return (
    <Door title={`Join ${org}`}>
      <p className="wrap-anywhere">
        {invitedBy ?? "Somebody"} invites you to {org}, as {invitedAs(role, workspace)}.
      </p>
      {reader === "invited" && (
        <form action={joinAction.bind(null, token)}>
          <Button type="submit">Join</Button>
        </form>
      )}
      {reader === "nobody" && (
        <>
          <p className="text-ink-soft">
            Sign in with the address that the invitation was sent to. New here? That makes your account.
          </p>
          <ButtonLink href={`/sign-in?${new URLSearchParams({ next: here(token) })}`}>
            Sign in to join
          </ButtonLink>
        </>
      )}
      {reader === "another" && (
        <>
          <Notice tone="caution" title="It was sent to another address">
            You are signed in as {signedInAs}. Sign out, open the link again, and sign in with the address
            that the invitation was sent to.
          </Notice>
          <form action={signOutAction}>
            <Button type="submit" look="quiet">
              Sign out
            </Button>
          </form>
        </>
      )}
    </Door>
  );
}

function here(token: string): string {
  return `/invite?${new URLSearchParams({ token })}`;
}
