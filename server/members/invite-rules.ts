import { sql } from "drizzle-orm";
import type { Role } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mailWorks } from "@/server/mail";
import { mayDo, roleMay } from "@/server/permissions";
import { INVITE_DAYS } from "./contract";

/** When an invitation that is sent now ends. */
export const IN_DAYS = sql.raw(`now() + interval '${INVITE_DAYS} days'`);

/** Whether the current actor may invite somebody to be that. */
export function mayInvite(role: Role): boolean {
  return mayDo(role === "owner" ? "owners.change" : "members.change");
}

/**
 * Whether an invitation still counts whose sender is what they are now; null: no member any more. `byPerson`: our own jobs
 * have no role to lose.
 */
export function senderStillMay(role: Role, sender: Role | null, byPerson: boolean): boolean {
  if (!byPerson) return true;
  return sender !== null && roleMay(sender, role === "owner" ? "owners.change" : "members.change");
}

/** Refuses where no mail can be sent: an invitation that nobody gets would stand in the list all the same. */
export function sendingPossible(): Result<void> {
  return mailWorks()
    ? ok(undefined)
    : err(
        new AppError(
          "unavailable",
          "This server can’t send mail, so nobody can be invited. Whoever runs it has to set SMTP_URL first.",
        ),
      );
}
