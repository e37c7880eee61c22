import { desc, lt, sql } from "drizzle-orm";
import { unsentMail } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { notFound } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { UnsentMail } from "./contract";
import { mailSettings } from "./mail-settings";

/** The newest mails that nobody sent, 50 at most; older than a day they go. Where mail is sent there is no such thing. */
export async function readMailbox(
  environment?: Record<string, string | undefined>,
): Promise<Result<UnsentMail[]>> {
  if (mailSettings(environment).kind !== "mailbox") return err(notFound("mailbox"));
  return withoutTenant(async (tx) => {
    await tx.delete(unsentMail).where(lt(unsentMail.createdAt, sql`now() - interval '1 day'`));
    const rows = await tx.select().from(unsentMail).orderBy(desc(unsentMail.id)).limit(50);
    return ok(
      rows.map(({ id, recipient, subject, text, createdAt }) => ({
        id,
        to: recipient,
        subject,
        text,
        at: createdAt.toISOString(),
      })),
    );
  });
}
