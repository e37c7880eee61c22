import { and, eq } from "drizzle-orm";
import { ask } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { announceIfFinished } from "./announce-if-finished";

/** Ends a claimed ask without an answer, fenced by its lease. Nothing is charged; its credits go back at the close. */
export async function failAsk(askId: AskId, leaseToken: string, failure: string): Promise<Result<void>> {
  const { orgId } = requireContext();
  const failed = await withTenant(async (tx) =>
    ok(
      await tx
        .update(ask)
        .set({ state: "failed", leaseToken: null, leaseUntil: null, failure })
        .where(and(eq(ask.orgId, orgId), eq(ask.id, askId), eq(ask.leaseToken, leaseToken)))
        .returning({ runId: ask.runId }),
    ),
  );
  if (!failed.ok) return failed;
  const run = failed.value[0];
  return run ? announceIfFinished(run.runId) : ok(undefined);
}

/** Ends an ask whose job gave up for good, whatever it was doing. One that ended already stays as it is. */
export async function abandonAsk(askId: AskId, failure: string): Promise<Result<void>> {
  const { orgId } = requireContext();
  const ended = await withTenant(async (tx) => {
    const [found] = await tx
      .select({ state: ask.state, runId: ask.runId })
      .from(ask)
      .where(and(eq(ask.orgId, orgId), eq(ask.id, askId)))
      .for("no key update");
    if (found && (found.state === "planned" || found.state === "claimed")) {
      await tx
        .update(ask)
        .set({ state: "failed", leaseToken: null, leaseUntil: null, failure })
        .where(and(eq(ask.orgId, orgId), eq(ask.id, askId)));
    }
    return ok(found?.runId);
  });
  if (!ended.ok) return ended;
  return ended.value ? announceIfFinished(ended.value) : ok(undefined);
}
