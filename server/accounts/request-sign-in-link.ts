import { createHash, randomBytes } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import { proof } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { sendMailSoon } from "@/server/mail";
import { RequestLinkInput } from "./contract";
import { countAttempt } from "./count-attempt";

/** What a sign-in link is called in identity.proof. */
export const SIGN_IN = "sign_in";

/**
 * Mails a link that signs its reader in, once, within 20 minutes. Whether anybody is known by that address makes no
 * difference: neither to the answer, nor to the work, nor to the mail. Refuses what isn't an address (`invalid_input`), the sixth
 * within a quarter of an hour for one address, and the 31st from one IP address (`busy`).
 */
export async function requestSignInLink(input: RequestLinkInput, ip: string): Promise<Result<void>> {
  const parsed = parseInput(RequestLinkInput, input);
  if (!parsed.ok) return parsed;
  const { email, next } = parsed.value;
  for (const limit of [
    { what: "link-ip", who: ip, tries: 30, minutes: 15 },
    { what: "link-to", who: email, tries: 5, minutes: 15 },
  ]) {
    const counted = await countAttempt(limit);
    if (!counted.ok) return counted;
  }
  const token = randomBytes(32).toString("base64url");
  const stored = await withoutTenant(async (tx) => {
    await tx.delete(proof).where(lt(proof.expiresAt, sql`now() - interval '1 day'`));
    const expiresAt = sql`now() + interval '20 minutes'`;
    await tx.insert(proof).values({ hash: hashOf(token), purpose: SIGN_IN, email, detail: {}, expiresAt });
    return ok(undefined);
  });
  if (!stored.ok) return stored;
  const query = new URLSearchParams({ token, ...(next !== undefined && { next }) });
  sendMailSoon({
    to: email,
    subject: "Your link to CiteStreak",
    lines: ["Open this link to sign in, or to make your account. It works once, for 20 minutes."],
    action: { label: "Sign in", path: `/sign-in/link?${query}` },
    footer:
      "Somebody, probably you, typed this address in. If it wasn’t you, nothing happens without the link.",
  });
  return stored;
}

/** What is stored of a token. It is 32 random bytes: nothing can be guessed from a plain hash of it. */
export function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}
