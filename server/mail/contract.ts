/** A mail as whoever sends it writes it; server/mail makes plain text and HTML of it. */
export interface MailMessage {
  /** One address, as it was proven or typed in. */
  readonly to: string;
  readonly subject: string;
  /** Paragraphs, as plain text: what is in them is escaped. */
  readonly lines: readonly string[];
  /** What the mail is for: a page of ours, from its first slash on. */
  readonly action?: { readonly label: string; readonly path: string };
  /** Why somebody gets this, below the rest. */
  readonly footer?: string;
}

/** A mail that nobody sent, as the mailbox of development shows it. */
export interface UnsentMail {
  readonly id: number;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** ISO moment. */
  readonly at: string;
}
