import { TRPCError } from "@trpc/server";
import type { SignedInUser } from "@/server/auth";
import type { RequestContext } from "./request-context";

/** The person of the request. Throws UNAUTHORIZED without one, and the refusal while nobody can tell. */
export function requirePerson({ user, refusal }: RequestContext): SignedInUser {
  if (refusal) throw refusal;
  if (user === null) throw new TRPCError({ code: "UNAUTHORIZED", message: "Sign in first." });
  return user;
}
