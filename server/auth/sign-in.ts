import { joinWebProcess } from "@/server/web-process";
import { DEMO, demoEmail, signIn, signOut } from "./auth-config";
import { safePath } from "./safe-path";

/** Whether this server lets visitors in as the demo's person. */
export const demoSignInOffered = demoEmail !== undefined;

/** Signs the visitor in as the demo's person and goes to `next`. Throws Next's redirect, as server actions do. */
export async function signInToDemo(next: string | undefined): Promise<void> {
  joinWebProcess();
  await signIn(DEMO, { redirectTo: safePath(next) });
}

/** Ends this browser's session and goes to the home page. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirectTo: "/" });
}
