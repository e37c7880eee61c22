import { auditLog } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { actorLabel, requireContext } from "@/server/kernel/context";
import { redactFields } from "@/server/kernel/redact";
import { shareAuditLog } from "./audit-lock";

type Fields = Readonly<Record<string, unknown>>;

export interface AuditEntry {
  /** What was done, in the verb's own name: "run.request". */
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** What changed of a thing that was there: the same fields twice. A new thing has no `before`. */
  readonly before?: Fields | null;
  readonly after?: Fields | null;
  /** Everything else: ids, counts and settings. Never an answer's text; what looks like a secret is redacted, here too. */
  readonly detail?: Fields;
}

/** Writes who changed what, in the transaction of the change: either both stand or neither does. */
export async function recordAudit(tx: TenantTransaction, entry: AuditEntry): Promise<void> {
  const { orgId, actor, requestId } = requireContext();
  const { before, after, detail } = entry;
  await shareAuditLog(tx);
  await tx.insert(auditLog).values({
    orgId,
    actor: actorLabel(actor),
    action: entry.action,
    subjectType: entry.subjectType,
    subjectId: entry.subjectId,
    before: before ? redactFields(before) : null,
    after: after ? redactFields(after) : null,
    detail: redactFields(detail ?? {}),
    requestId,
  });
}
