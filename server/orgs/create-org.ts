import { like } from "drizzle-orm";
import { org, orgSlug, subscription, workspace } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { addMember } from "@/server/accounts";
import { recordAudit } from "@/server/audit";
import { openWallet } from "@/server/credits";
import { type Actor, runInContext } from "@/server/kernel/context";
import { newId, type OrgId, type UserId, type WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { slugOf } from "@/server/kernel/slug";
import { grantPlanCredits, takeFreeSeat } from "@/server/plans";
import { CreateOrgInput } from "./contract";
import { RESERVED_SLUGS, RESERVED_WORKSPACE_SLUGS } from "./reserved-slugs";

export interface CreatedOrg {
  readonly orgId: OrgId;
  /** Its part of the address. */
  readonly slug: string;
  readonly workspaceId: WorkspaceId;
}

/**
 * Makes an org with its plan, its wallet, its first workspace and, where one is named, its owner. One that a person makes
 * gets the first month's credits of its plan, as often as a person may have them. Runs in the new org's own context.
 */
export async function createOrg(
  input: CreateOrgInput,
  actor: Actor,
  requestId: string,
  ownerId?: UserId,
): Promise<Result<CreatedOrg>> {
  const parsed = parseInput(CreateOrgInput, input);
  if (!parsed.ok) return parsed;
  const orgId = newId<OrgId>();
  const workspaceId = newId<WorkspaceId>();
  const { name, planId, workspaceName } = parsed.value;
  return runInContext({ orgId, actor, requestId }, () =>
    withTenant(async (tx) => {
      await tx.insert(org).values({ orgId, name });
      const slug = await claimSlug(tx, orgId, name);
      await tx.insert(subscription).values({ orgId, planId });
      await openWallet(tx);
      const workspaceSlug = slugOf(workspaceName, RESERVED_WORKSPACE_SLUGS);
      await tx.insert(workspace).values({ orgId, id: workspaceId, name: workspaceName, slug: workspaceSlug });
      if (ownerId !== undefined) await addMember(tx, ownerId, "owner");
      const granted = actor.kind === "user" ? await grantFirstMonth(tx, actor.userId) : ok(undefined);
      if (!granted.ok) return granted;
      await recordAudit(tx, {
        action: "org.create",
        subjectType: "org",
        subjectId: orgId,
        detail: { planId },
      });
      return ok({ orgId, slug, workspaceId });
    }),
  );
}

async function grantFirstMonth(tx: TenantTransaction, creator: UserId): Promise<Result<unknown>> {
  return (await takeFreeSeat(tx, creator)) ? grantPlanCredits(tx) : ok(undefined);
}

/** The first free address for the name: two orgs that are made at once may both want it, and one gets the next. */
async function claimSlug(tx: TenantTransaction, orgId: OrgId, name: string): Promise<string> {
  const wanted = slugOf(name, RESERVED_SLUGS);
  const rows = await tx
    .select({ slug: orgSlug.slug })
    .from(orgSlug)
    .where(like(orgSlug.slug, `${wanted}%`));
  const taken = new Set([...RESERVED_SLUGS, ...rows.map((row) => row.slug)]);
  for (;;) {
    const slug = slugOf(name, taken);
    const claimed = await tx
      .insert(orgSlug)
      .values({ slug, orgId })
      .onConflictDoNothing({ target: orgSlug.slug })
      .returning({ slug: orgSlug.slug });
    if (claimed.length > 0) return slug;
    taken.add(slug);
  }
}
