import { invite } from "@/db/schema";
import { inOrg } from "@/db/testing/factories";
import { InviteId, newId, type OrgId } from "@/server/kernel/id";

/** An invitation of that org which was sent an hour ago and is open for another day; nobody knows its token. */
export async function openInvite(orgId: OrgId, email?: string): Promise<InviteId> {
  const id = newId<InviteId>();
  const hour = 3_600_000;
  await inOrg(orgId, (tx) =>
    tx.insert(invite).values({
      orgId,
      id,
      email: email ?? `invited-${id}@example.com`,
      role: "member",
      tokenHash: Buffer.from(id),
      sentAt: new Date(Date.now() - hour),
      expiresAt: new Date(Date.now() + 24 * hour),
    }),
  );
  return InviteId.parse(id);
}
