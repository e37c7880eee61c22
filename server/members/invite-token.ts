import { createHash, randomBytes } from "node:crypto";
import { requireContext } from "@/server/kernel/context";
import { OrgId } from "@/server/kernel/id";

/** A new token: the org that it opens, and 32 random bytes. The mail alone holds it; the database holds its hash. */
export function newInviteToken(): { token: string; tokenHash: Buffer } {
  const token = `${requireContext().orgId}.${randomBytes(32).toString("base64url")}`;
  return { token, tokenHash: hashOfInvite(token) };
}

/** What is stored of a token. Nothing can be guessed from a plain hash of 32 random bytes. */
export function hashOfInvite(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** The org that a token is for, which it only names: whether it opens anything, its hash says. Null for what is no token. */
export function orgOfInvite(token: string): OrgId | null {
  const [named, secret, ...rest] = token.split(".");
  const parsed = OrgId.safeParse(named);
  return parsed.success && secret?.length === 43 && rest.length === 0 ? parsed.data : null;
}
