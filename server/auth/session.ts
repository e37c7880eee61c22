import { z } from "zod";
import { readSession } from "@/server/accounts";
import { UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { auth } from "./auth-config";

/** Who the request comes from, by its session cookie. */
export interface SignedInUser {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
}

const SessionUser = z.object({ id: UserId, version: z.int().positive() });

/**
 * The person of the request's session as the database has them now, or null: without a session, with one that doesn't name a
 * person, and with one that was ended elsewhere. Refuses while the database is away (`unavailable`): then nobody is signed in.
 */
export async function currentUser(): Promise<Result<SignedInUser | null>> {
  const session = await auth();
  const parsed = SessionUser.safeParse(session?.user);
  return parsed.success ? readSession(parsed.data.id, parsed.data.version) : ok(null);
}
