export type { MailMessage, UnsentMail } from "./contract";
export { checkMailSettings, mailWorks } from "./mail-settings";
export { readMailbox } from "./read-mailbox";
export { sendMail } from "./send-mail";
export { sendMailSoon } from "./send-mail-soon";
