import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { endSessions, requestSignInLink } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";
import { mailWorks } from "@/server/mail";
import { joinWebProcess } from "@/server/web-process";
import { LINK, signIn, signOut } from "./auth-config";
import { safePath } from "./safe-path";
import { currentUser } from "./session";

/** Whether this server can mail links to sign in with. */
export const linkSignInOffered = mailWorks();

/** Mails a link to sign in with; the problem in words, or null. The same answer for known and unknown addresses. */
export async function mailLink(email: string, next: string | undefined): Promise<string | null> {
  joinWebProcess();
  // What a proxy of ours added comes last; all before it is whatever the sender wrote.
  const ip = (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "";
  const sent = await requestSignInLink({ email, next: safePath(next) }, ip);
  return sent.ok ? null : sent.error.message;
}

/** Signs in whoever has the link, once, and goes to `next`; with a spent link, to the sign-in. Throws Next's redirect. */
export async function signInByLink(token: string, next: string | undefined): Promise<void> {
  joinWebProcess();
  try {
    await signIn(LINK, { token, redirectTo: safePath(next) });
  } catch (thrown) {
    if (thrown instanceof AuthError) redirect("/sign-in?problem=link");
    throw thrown;
  }
}

/** Ends the person's sessions on all devices, this one too. Throws while the database is away. */
export async function signOutEverywhere(): Promise<void> {
  joinWebProcess();
  const user = unwrap(await currentUser());
  if (user) unwrap(await endSessions(user.userId));
  await signOut({ redirectTo: "/sign-in" });
}
