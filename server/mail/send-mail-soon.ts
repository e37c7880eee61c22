import { setTimeout as wait } from "node:timers/promises";
import { logger } from "@/server/kernel/logger";
import type { MailMessage } from "./contract";
import { sendMail } from "./send-mail";

const WAITS_MS = [0, 2_000, 15_000];

/**
 * Sends a mail without letting anybody wait: how long it takes must not tell whether there was one. Tries three times, then
 * the log says that it was lost; whoever waits for it asks for another. A mail is kept nowhere, as its link is a secret.
 */
export function sendMailSoon(message: MailMessage): void {
  void trySending(message);
}

async function trySending(message: MailMessage): Promise<void> {
  let problem: unknown;
  for (const ms of WAITS_MS) {
    await wait(ms, undefined, { ref: false });
    const sent = await sendMail(message).catch((error: unknown) => ({ ok: false as const, error }));
    if (sent.ok) return;
    problem = sent.error;
  }
  logger.error({ err: problem }, "a mail could not be sent");
}
