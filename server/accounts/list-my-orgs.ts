import { and, eq } from "drizzle-orm";
import { membership, org, orgSlug, userOrg } from "@/db/schema";
import { withoutTenant, withTenant } from "@/db/tenant";
import { runInContext } from "@/server/kernel/context";
import type { OrgId, UserId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import type { MyOrg } from "./contract";

/** The orgs that a person is a member of, by name. Each is looked into on its own: no query sees two. */
export async function listMyOrgs(userId: UserId, requestId: string): Promise<Result<MyOrg[]>> {
  const directory = await withoutTenant(async (tx) =>
    ok(
      await tx
        .select({ orgId: userOrg.orgId, slug: orgSlug.slug })
        .from(userOrg)
        .innerJoin(orgSlug, eq(orgSlug.orgId, userOrg.orgId))
        .where(eq(userOrg.userId, userId)),
    ),
  );
  if (!directory.ok) return directory;
  const orgs: MyOrg[] = [];
  for (const { orgId, slug } of directory.value) {
    const found = await readMembership(userId, orgId, requestId);
    if (!found.ok) return found;
    if (found.value) orgs.push({ orgId, slug, ...found.value });
  }
  return ok(orgs.toSorted((a, b) => a.name.localeCompare(b.name)));
}

async function readMembership(userId: UserId, orgId: OrgId, requestId: string) {
  return runInContext({ orgId, actor: { kind: "system", job: "list-my-orgs" }, requestId }, () =>
    withTenant(async (tx) => {
      const [found] = await tx
        .select({ name: org.name, role: membership.role })
        .from(membership)
        .innerJoin(org, eq(org.orgId, membership.orgId))
        .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
      return ok(found);
    }),
  );
}
