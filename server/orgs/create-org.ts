import { org, subscription, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { openWallet } from "@/server/credits";
import { type Actor, runInContext } from "@/server/kernel/context";
import { newId, type OrgId, type WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { CreateOrgInput } from "./contract";

export interface CreatedOrg {
  readonly orgId: OrgId;
  readonly workspaceId: WorkspaceId;
}

/** Makes an org with its plan, its empty wallet and its first workspace. Runs in the new org's own context. */
export async function createOrg(
  input: CreateOrgInput,
  actor: Actor,
  requestId: string,
): Promise<Result<CreatedOrg>> {
  const parsed = parseInput(CreateOrgInput, input);
  if (!parsed.ok) return parsed;
  const orgId = newId<OrgId>();
  const workspaceId = newId<WorkspaceId>();
  const { name, planId, workspaceName } = parsed.value;
  return runInContext({ orgId, actor, requestId }, () =>
    withTenant(async (tx) => {
      await tx.insert(org).values({ orgId, name });
      await tx.insert(subscription).values({ orgId, planId });
      await openWallet(tx);
      await tx.insert(workspace).values({ orgId, id: workspaceId, name: workspaceName });
      await recordAudit(tx, {
        action: "org.create",
        subjectType: "org",
        subjectId: orgId,
        detail: { planId },
      });
      return ok({ orgId, workspaceId });
    }),
  );
}
