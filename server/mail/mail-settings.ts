import { z } from "zod";
import { readEnv } from "@/server/kernel/env";

type Environment = Record<string, string | undefined>;

/** What becomes of mail in this process. */
export type MailSettings =
  | { readonly kind: "smtp"; readonly url: string; readonly from: string; readonly site: string }
  /** Stored for the mailbox page: development, or a server that was told to. Links are paths where no address is set. */
  | { readonly kind: "mailbox"; readonly site: string }
  /** Production without SMTP: no mail can be sent, and none is kept. */
  | { readonly kind: "off" };

const shape = {
  NODE_ENV: z.string().optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).max(320).optional(),
  SITE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEVELOPMENT_MAILBOX: z.literal("true").optional(),
};

/**
 * Where mail goes. With SMTP_URL always there; the mailbox stands in for it outside of production, and on a server that was
 * told to by DEVELOPMENT_MAILBOX. Throws when SMTP_URL stands without MAIL_FROM or SITE_URL, as then no link could lead back.
 */
export function mailSettings(environment?: Environment): MailSettings {
  const { NODE_ENV, SMTP_URL, MAIL_FROM, SITE_URL, DEVELOPMENT_MAILBOX } = readEnv(shape, environment);
  const site = SITE_URL?.replace(/\/+$/, "") ?? "";
  if (SMTP_URL !== undefined) {
    if (MAIL_FROM === undefined || site === "")
      throw new Error("The environment can't be used:\n  SMTP_URL: needs MAIL_FROM and SITE_URL beside it");
    return { kind: "smtp", url: SMTP_URL, from: MAIL_FROM, site };
  }
  const mailbox = NODE_ENV !== "production" || DEVELOPMENT_MAILBOX === "true";
  return mailbox ? { kind: "mailbox", site } : { kind: "off" };
}

/** What a process checks at its start: that it knows where mail goes. Throws as `mailSettings`. */
export function checkMailSettings(): void {
  mailSettings();
}

/** Whether mail reaches people, or at least the mailbox. */
export function mailWorks(environment?: Environment): boolean {
  return mailSettings(environment).kind !== "off";
}
