import { z } from "zod";
import { UserId } from "@/server/kernel/id";
import { auth } from "./auth-config";

/** Who the request comes from, by its session cookie. */
export interface SignedInUser {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
}

const SessionUser = z.object({ id: UserId, name: z.string().min(1), email: z.string().min(1) });

/** The person of the request's session, or null: without a session, and with one that doesn't name a person. */
export async function currentUser(): Promise<SignedInUser | null> {
  const session = await auth();
  const parsed = SessionUser.safeParse(session?.user);
  return parsed.success ? { userId: parsed.data.id, name: parsed.data.name, email: parsed.data.email } : null;
}
