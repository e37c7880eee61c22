import { auditLog } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import { redactFields } from "@/server/kernel/redact";

export interface AuditEntry {
  /** What was done, in the verb's own name: "run.request". */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids, counts and settings. Never an answer's text; what looks like a secret is redacted. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes who changed what, in the transaction of the change: either both stand or neither does. */
export async function recordAudit(tx: TenantTransaction, entry: AuditEntry): Promise<void> {
  const { orgId, actor, requestId } = requireContext();
  await tx.insert(auditLog).values({
    orgId,
    actor: actorLabel(actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    detail: redactFields(entry.detail ?? {}),
    requestId,
  });
}
