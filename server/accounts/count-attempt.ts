import { createHash } from "node:crypto";
import { lt, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { attempt } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

/** What is limited, and to how many tries in a window of how many minutes. */
export interface AttemptLimit {
  readonly what: string;
  readonly who: string;
  readonly tries: number;
  readonly minutes: number;
}

/**
 * Counts one try, before it is made, over all processes: of many at once no more than `tries` in a window go on. Refuses the
 * rest as `busy`, in words that are the same for everybody. Stores a hash of `who`.
 */
export async function countAttempt(limit: AttemptLimit): Promise<Result<void>> {
  const counted = await withoutTenant(async (tx) => ok(await countAttemptIn(tx, limit)));
  return counted.ok ? counted.value : counted;
}

/** The same in the caller's transaction: what comes to nothing there doesn't count, and tries of one key wait for each other. */
export async function countAttemptIn(
  tx: Database,
  { what, who, tries, minutes }: AttemptLimit,
): Promise<Result<void>> {
  const key = `${what}:${createHash("sha256").update(who).digest("hex")}`;
  const endsAt = sql`now() + make_interval(mins => ${minutes})`;
  const over = sql`${attempt.endsAt} <= now()`;
  await tx.delete(attempt).where(lt(attempt.endsAt, sql`now() - interval '1 day'`));
  const [row] = await tx
    .insert(attempt)
    .values({ key, tries: 1, endsAt })
    .onConflictDoUpdate({
      target: attempt.key,
      set: {
        tries: sql`case when ${over} then 1 else ${attempt.tries} + 1 end`,
        endsAt: sql`case when ${over} then ${endsAt} else ${attempt.endsAt} end`,
      },
    })
    .returning({ tries: attempt.tries });
  return (row?.tries ?? Number.POSITIVE_INFINITY) <= tries
    ? ok(undefined)
    : err(new AppError("busy", TOO_OFTEN));
}

const TOO_OFTEN = "That was tried too often. Wait a quarter of an hour, then try again.";
