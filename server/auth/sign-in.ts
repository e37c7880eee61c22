import { redirect } from "next/navigation";
import { AuthError } from "next-auth";
import { AppError } from "@/server/kernel/errors";
import { joinWebProcess } from "@/server/web-process";
import { DEMO, demoEmail, signIn, signOut } from "./auth-config";
import { safePath } from "./safe-path";

/** Whether this server lets visitors in as the demo's person. */
export const demoSignInOffered = demoEmail !== undefined;

/** Signs the visitor in as the demo's person and goes to `next`. Throws Next's redirect, as server actions do. */
export async function signInToDemo(next: string | undefined): Promise<void> {
  joinWebProcess();
  try {
    await signIn(DEMO, { redirectTo: safePath(next) });
  } catch (thrown) {
    if (isUnavailable(thrown)) redirect(`/api/unavailable?next=${encodeURIComponent("/sign-in")}`);
    throw thrown;
  }
}

/** Whether the person could not be looked up because the database is away. */
function isUnavailable(thrown: unknown): boolean {
  const refusal: unknown = thrown instanceof AuthError ? thrown.cause?.err : undefined;
  return refusal instanceof AppError && refusal.code === "unavailable";
}

/** Ends this browser's session and goes to the home page. */
export async function signOutHere(): Promise<void> {
  await signOut({ redirectTo: "/" });
}
