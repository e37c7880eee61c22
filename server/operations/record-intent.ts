import { eq } from "drizzle-orm";
import { org } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import type { DeadLetter } from "@/inngest/local/open-dead-letters";
import { recordAudit } from "@/server/audit";
import { runInContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { Operator } from "./enter-operations";
import { eventName, letterSubject } from "./letter-subject";
import { shownText } from "./shown-text";

/**
 * Tells the org that a job belongs to, in its own audit log, what an operator is about to do about it; nothing for a job of
 * no org. The runtime's tables belong to another role, so no transaction spans both: this row comes first and says what
 * was meant, the runtime's `interventions` say what was done. A crash between them leaves an intent, never a silent act.
 */
export async function recordIntent(
  { userId, requestId }: Operator,
  action: "dead_letter.retry" | "dead_letter.drop",
  { runId: letterId, functionId, event }: DeadLetter,
): Promise<Result<void>> {
  const about = letterSubject(event);
  if (about === null) return ok(undefined);
  const { orgId, runId } = about;
  return runInContext({ orgId, actor: { kind: "operator", userId }, requestId }, () =>
    withTenant(async (tx) => {
      const [found] = await tx.select({ orgId: org.orgId }).from(org).where(eq(org.orgId, orgId));
      // The event's word alone makes no org.
      if (!found) return ok(undefined);
      const detail = {
        functionId: shownText(functionId, 200).text,
        event: shownText(eventName(event), 200).text,
        runId,
      };
      await recordAudit(tx, { action, subjectType: "job", subjectId: letterId, detail });
      return ok(undefined);
    }),
  );
}
