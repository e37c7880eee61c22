import { and, eq, sql } from "drizzle-orm";
import { ask } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { giveBackHold } from "@/server/ceiling";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { askClaims } from "./ask-claims";
import { endAsk } from "./end-ask";

/**
 * Ends an ask without an answer; one that has ended already stays as it is. `claim` fences a worker that holds the ask,
 * and says whether its call was surely free, for us too; without it (the ask's job gave up for good) a claim that stands is
 * left alone, since a late copy of the event may be what gave up: its holder ends it, or the janitor when the lease has run
 * out. Nothing is charged: the credits go back when the run closes.
 */
export async function failAsk(
  askId: AskId,
  failure: string,
  claim?: { readonly leaseToken: string; readonly free: boolean },
): Promise<Result<void>> {
  const { orgId } = requireContext();
  const failed = await withTenant(async (tx) => {
    const [found] = await tx
      .select({
        state: ask.state,
        runId: ask.runId,
        leaseToken: ask.leaseToken,
        held: sql<boolean>`${ask.state} = 'claimed' and ${ask.leaseUntil} > clock_timestamp()`,
      })
      .from(ask)
      .where(and(eq(ask.orgId, orgId), eq(ask.id, askId)))
      .for("no key update");
    const open = found?.state === "planned" || found?.state === "claimed";
    const ours = claim === undefined ? !found?.held : found?.leaseToken === claim.leaseToken;
    if (!found || !open || !ours) return ok(null);
    // A call that was surely free counts as none: not against the ceiling, and not among what may have been paid for.
    if (claim?.free) {
      await askClaims.giveBack(tx, askId, claim.leaseToken, true);
      await giveBackHold(tx, askId);
    }
    const maybeLast = await endAsk(tx, askId, claim?.free ? null : found.leaseToken, "failed", failure);
    return ok(maybeLast ? found.runId : null);
  });
  if (!failed.ok) return failed;
  return failed.value === null ? ok(undefined) : announceIfFinished(failed.value);
}
