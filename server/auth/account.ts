import { redirect } from "next/navigation";
import { listMyOrgs, type MyOrg, renameUser } from "@/server/accounts";
import { newId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { joinWebProcess } from "@/server/web-process";
import { currentUser, type SignedInUser } from "./session";

/** The signed-in person with their orgs; whoever isn't signed in goes to the sign-in, and comes back. */
export async function myAccount(): Promise<{ user: SignedInUser; orgs: readonly MyOrg[] }> {
  const user = await signedIn();
  return { user, orgs: unwrap(await listMyOrgs(user.userId, newId<string>())) };
}

/** Gives the signed-in person another name; the problem in words, or null. */
export async function renameMyself(name: string): Promise<string | null> {
  const { userId } = await signedIn();
  const renamed = await renameUser(userId, { name });
  return renamed.ok ? null : renamed.error.message;
}

async function signedIn(): Promise<SignedInUser> {
  joinWebProcess();
  return unwrap(await currentUser()) ?? redirect("/sign-in?next=/account");
}
