import { and, eq } from "drizzle-orm";
import { ask } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";
import { endAsk } from "./end-ask";

/**
 * Ends an ask without an answer; one that has ended already stays as it is. `leaseToken` fences a worker that holds a
 * claim; without it, whoever holds it loses it (the ask's job gave up for good). Nothing is charged: the credits go back
 * when the run closes.
 */
export async function failAsk(askId: AskId, failure: string, leaseToken?: string): Promise<Result<void>> {
  const { orgId } = requireContext();
  const failed = await withTenant(async (tx) => {
    const [found] = await tx
      .select({ state: ask.state, runId: ask.runId, leaseToken: ask.leaseToken })
      .from(ask)
      .where(and(eq(ask.orgId, orgId), eq(ask.id, askId)))
      .for("no key update");
    const open = found?.state === "planned" || found?.state === "claimed";
    const ours = leaseToken === undefined || found?.leaseToken === leaseToken;
    if (!found || !open || !ours) return ok(null);
    return ok((await endAsk(tx, askId, found.leaseToken, "failed", failure)) ? found.runId : null);
  });
  if (!failed.ok) return failed;
  return failed.value === null ? ok(undefined) : announceIfFinished(failed.value);
}
