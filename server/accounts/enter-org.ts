import { and, eq } from "drizzle-orm";
import { membership, orgSlug } from "@/db/schema";
import { withoutTenant, withTenant } from "@/db/tenant";
import { type Context, runInContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { OrgId, UserId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

/**
 * The context under which a person acts in the org at that address. The membership is read from the database each time,
 * so that a change of role, or its end, counts from the next request on. No such org and no membership are the same answer.
 */
export async function enterOrg(userId: UserId, slug: string, requestId: string): Promise<Result<Context>> {
  const found = await withoutTenant(async (tx) =>
    ok((await tx.select({ orgId: orgSlug.orgId }).from(orgSlug).where(eq(orgSlug.slug, slug)))[0]),
  );
  if (!found.ok) return found;
  return found.value ? asMember(userId, found.value.orgId, requestId) : err(notFound("organisation"));
}

async function asMember(userId: UserId, orgId: OrgId, requestId: string): Promise<Result<Context>> {
  // Until the membership is known, nobody acts: the lookup runs as the job that it is.
  const doorkeeper: Context = { orgId, actor: { kind: "system", job: "enter-org" }, requestId };
  return runInContext(doorkeeper, () =>
    withTenant(async (tx) => {
      const [held] = await tx
        .select({ role: membership.role, workspaceId: membership.workspaceId })
        .from(membership)
        .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
      if (!held) return err(notFound("organisation"));
      const { role, workspaceId } = held;
      const limit = workspaceId === null ? {} : { workspaceId };
      return ok<Context>({ orgId, actor: { kind: "user", userId, role, ...limit }, requestId });
    }),
  );
}
