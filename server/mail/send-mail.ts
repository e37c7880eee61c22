import { createTransport, type Transporter } from "nodemailer";
import { unsentMail } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { MailMessage } from "./contract";
import { mailSettings } from "./mail-settings";
import { writeMail } from "./write-mail";

/**
 * Sends a mail over SMTP, or keeps it for the mailbox of development. Call it after the commit of what it tells. Refuses
 * where there is no way to send (`unavailable`), and when the mail server doesn't take it.
 */
export async function sendMail(
  message: MailMessage,
  environment?: Record<string, string | undefined>,
): Promise<Result<void>> {
  const settings = mailSettings(environment);
  if (settings.kind === "off") return err(new AppError("unavailable", NO_MAIL));
  // A line break in a header would begin another header.
  const subject = message.subject.replace(/\s+/g, " ").trim();
  const bodies = writeMail({ ...message, subject }, settings.site);
  if (settings.kind === "mailbox")
    return withoutTenant(async (tx) => {
      await tx.insert(unsentMail).values({ recipient: message.to, subject, ...bodies });
      return ok(undefined);
    });
  try {
    // As an object, so that no list, group or name of an address is read out of it.
    const to = { name: "", address: message.to };
    await transportTo(settings.url).sendMail({ from: settings.from, to, subject, ...bodies });
    return ok(undefined);
  } catch (error) {
    return err(Object.assign(new AppError("unavailable", NOT_TAKEN), { cause: error }));
  }
}

const NO_MAIL = "This server can’t send mail. Whoever runs it has to set SMTP_URL first.";
const NOT_TAKEN = "The mail server did not take the mail. Try again in a moment.";

let opened: { readonly url: string; readonly transport: Transporter } | undefined;

/** One pool of connections a process. */
function transportTo(url: string): Transporter {
  if (opened?.url !== url) {
    opened?.transport.close();
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    // Nothing of a mail is read from a file or an address, whatever stands in it.
    const closed = { disableFileAccess: true, disableUrlAccess: true };
    opened = { url, transport: createTransport({ url, pool: true, ...timeouts, ...closed }) };
  }
  return opened.transport;
}
