import { and, eq } from "drizzle-orm";
import { org, user, workspace } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { type Role, requireContext } from "@/server/kernel/context";
import type { WorkspaceId } from "@/server/kernel/id";
import type { MailMessage } from "@/server/mail";
import { INVITE_DAYS } from "./contract";

interface Invited {
  readonly email: string;
  readonly role: Role;
  readonly workspaceId: WorkspaceId | null;
}

/** The mail of an invitation, written in the transaction that makes it; to be sent after its commit, by `sendMailSoon`. */
export async function writeInviteMail(
  tx: TenantTransaction,
  { email, role, workspaceId }: Invited,
  token: string,
): Promise<MailMessage> {
  const { orgId, actor } = requireContext();
  const [named] = await tx.select({ name: org.name }).from(org).where(eq(org.orgId, orgId));
  const [sender] =
    actor.kind === "user"
      ? await tx.select({ name: user.name, email: user.email }).from(user).where(eq(user.id, actor.userId))
      : [];
  const [limit] =
    workspaceId === null
      ? []
      : await tx
          .select({ name: workspace.name })
          .from(workspace)
          .where(and(eq(workspace.orgId, orgId), eq(workspace.id, workspaceId)));
  const who = sender ? `${line(sender.name)} (${sender.email})` : "Somebody";
  const where = `“${line(named?.name ?? "")}”`;
  const what = limit ? `to see its workspace “${line(limit.name)}”` : `as ${AS[role]}`;
  return {
    to: email,
    subject: `An invitation to ${where} on CiteStreak`,
    lines: [
      `${who} invites you to ${where} ${what}.`,
      `The link works once, for ${INVITE_DAYS} days, and only for this address.`,
    ],
    action: { label: "See the invitation", path: `/invite?${new URLSearchParams({ token })}` },
    footer: "You don’t know them? Then do nothing: without the link nothing happens.",
  };
}

const AS: Readonly<Record<Role, string>> = {
  owner: "an owner",
  admin: "an admin",
  member: "a member",
  viewer: "a viewer",
  client_viewer: "a client viewer",
};

/** A name in a line of a mail: what it holds of breaks would begin another one. */
function line(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}
