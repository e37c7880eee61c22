import { redirect } from "next/navigation";
import { newId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { acceptInvite, type InvitationDto, readInvitation } from "@/server/members";
import { joinWebProcess } from "@/server/web-process";
import { currentUser } from "./session";

/** What an invitation's link says to whoever opened it, and the address that they are signed in with. */
export async function invitation(token: string): Promise<{ says: InvitationDto; signedInAs: string | null }> {
  joinWebProcess();
  const reader = unwrap(await currentUser());
  const says = unwrap(await readInvitation(token, reader, newId<string>()));
  return { says, signedInAs: reader?.email ?? null };
}

/** Makes the signed-in person a member and goes to the org; where that is refused, to the page that says why. */
export async function joinByInvitation(token: string): Promise<void> {
  joinWebProcess();
  const page = `/invite?${new URLSearchParams({ token })}`;
  const reader = unwrap(await currentUser());
  if (reader === null) redirect(`/sign-in?${new URLSearchParams({ next: page })}`);
  const joined = await acceptInvite(token, reader, newId<string>());
  if (joined.ok) redirect(`/${joined.value.slug}`);
  if (joined.error.code === "conflict" || joined.error.code === "forbidden") redirect(page);
  throw joined.error;
}
