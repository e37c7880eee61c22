import { unwrap } from "@/server/kernel/result";
import { readMailbox, type UnsentMail } from "@/server/mail";
import { joinWebProcess } from "@/server/web-process";

/** The mails of development's mailbox; null where mail is sent, or none can be. */
export async function mailbox(): Promise<UnsentMail[] | null> {
  joinWebProcess();
  const found = await readMailbox();
  if (!found.ok && found.error.code === "not_found") return null;
  return unwrap(found);
}
