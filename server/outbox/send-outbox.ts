import { and, asc, inArray, isNull } from "drizzle-orm";
import { outbox } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { inngest } from "@/inngest/client";
import { crashPoint } from "@/server/kernel/crash-point";
import { logger } from "@/server/kernel/logger";
import { ok, unwrap } from "@/server/kernel/result";

const BATCH = 500;

/**
 * Sends what stands unsent in the outbox, oldest first, and returns how many events left. At-least-once: the event's id
 * is the row's, so that the receiver drops a second copy for 24 hours, and every function is safe to run twice after.
 */
export async function sendOutbox(): Promise<number> {
  const rows = unwrap(
    await withoutTenant(async (tx) =>
      ok(await tx.select().from(outbox).where(isNull(outbox.sentAt)).orderBy(asc(outbox.id)).limit(BATCH)),
    ),
  );
  if (rows.length === 0) return 0;
  await inngest.send(rows.map((row) => ({ id: `outbox:${row.id}`, name: row.name, data: row.payload })));
  crashPoint("outbox/sent-not-marked");
  const ids = rows.map((row) => row.id);
  await withoutTenant(async (tx) =>
    ok(
      await tx
        .update(outbox)
        .set({ sentAt: new Date() })
        .where(and(inArray(outbox.id, ids), isNull(outbox.sentAt))),
    ),
  );
  return rows.length;
}

/** Right after a commit: the event leaves now if the server can be reached, and with the janitor's next sweep if not. */
export async function sendOutboxSoon(): Promise<void> {
  try {
    await sendOutbox();
  } catch (error) {
    logger.info({ err: error }, "the outbox could not be sent now; the janitor will");
  }
}
