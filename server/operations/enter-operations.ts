import { eq } from "drizzle-orm";
import { operator } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import type { UserId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

declare const entered: unique symbol;

/** Proof that a person runs the platform: every verb of this slice asks for it, and only `enterOperations` gives it. */
export interface Operator {
  readonly userId: UserId;
  readonly requestId: string;
  readonly [entered]: true;
}

/**
 * Lets the person in who is an operator: read from the database each time, so that a grant and its end count from the next
 * request on. Everybody else gets the not_found of a page that isn't there.
 */
export async function enterOperations(userId: UserId, requestId: string): Promise<Result<Operator>> {
  return withoutTenant(async (tx) => {
    const [found] = await tx
      .select({ userId: operator.userId })
      .from(operator)
      .where(eq(operator.userId, userId));
    return found ? ok(asOperator({ userId, requestId })) : err(notFound("page"));
  });
}

/** Called above alone, after the row was seen. */
function asOperator(person: { userId: UserId; requestId: string }): Operator {
  return person as Operator;
}
