import { eq } from "drizzle-orm";
import { workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId, type WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { slugOf } from "@/server/kernel/slug";
import { RESERVED_WORKSPACE_SLUGS } from "@/server/orgs";
import { mayDo } from "@/server/permissions";
import { CreateWorkspaceInput } from "./contract";

/** Makes a workspace: a client of the org, or a team. A name that one has already is a `conflict`. */
export async function createWorkspace(input: CreateWorkspaceInput): Promise<Result<{ slug: string }>> {
  if (!mayDo("workspace.change")) return err(forbidden("create a workspace"));
  const parsed = parseInput(CreateWorkspaceInput, input);
  if (!parsed.ok) return parsed;
  const { name } = parsed.value;
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const held = await tx.select({ slug: workspace.slug }).from(workspace).where(eq(workspace.orgId, orgId));
    const slug = slugOf(name, new Set([...RESERVED_WORKSPACE_SLUGS, ...held.map((each) => each.slug)]));
    const id = newId<WorkspaceId>();
    const made = await tx
      .insert(workspace)
      .values({ orgId, id, name, slug })
      .onConflictDoNothing()
      .returning({ slug: workspace.slug });
    if (made.length === 0)
      return err(new AppError("conflict", `There is a workspace “${name}” already. Take another name.`));
    await recordAudit(tx, {
      action: "workspace.create",
      subjectType: "workspace",
      subjectId: id,
      after: { name },
    });
    return ok({ slug });
  });
}
