import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { proof, user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import { newId, type UserId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { RedeemLinkInput } from "./contract";
import { hashOf, SIGN_IN } from "./request-sign-in-link";

/** Who has just proven to be somebody, and the version of the sessions that they may have. */
export interface ProvenUser {
  readonly userId: UserId;
  readonly name: string;
  readonly email: string;
  readonly sessionVersion: number;
}

/**
 * Turns a link's token into the person of its address, once: of many at a time one gets it. Makes the person where there is
 * none yet, since the link has proven the address. Refuses a token that is unknown, used or too old in the same words (`conflict`).
 */
export async function redeemSignInLink(input: RedeemLinkInput): Promise<Result<ProvenUser>> {
  const parsed = parseInput(RedeemLinkInput, input);
  if (!parsed.ok) return parsed;
  return withoutTenant(async (tx) => {
    const [used] = await tx
      .update(proof)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(proof.hash, hashOf(parsed.value.token)),
          eq(proof.purpose, SIGN_IN),
          isNull(proof.usedAt),
          gt(proof.expiresAt, sql`now()`),
        ),
      )
      .returning({ email: proof.email });
    if (!used) return err(new AppError("conflict", SPENT));
    const { email } = used;
    const name = parsed.value.name ?? email.slice(0, email.indexOf("@"));
    await tx
      .insert(user)
      .values({ id: newId<UserId>(), email, name })
      .onConflictDoNothing({ target: user.email });
    const [found] = await tx.select().from(user).where(eq(user.email, email));
    if (!found) throw new Error("a person who was just made is not there");
    return ok({
      userId: found.id,
      name: found.name,
      email,
      sessionVersion: found.sessionVersion,
    });
  });
}

const SPENT = "This link doesn’t work any more: it was used, or is older than 20 minutes. Ask for another.";
