import { and, asc, eq } from "drizzle-orm";
import { brand, project, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { limitedTo, requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import type { WorkspaceDto } from "./contract";

/** Every workspace of the org with its projects, for every role; for a client viewer their own alone. */
export async function listProjects(): Promise<Result<WorkspaceDto[]>> {
  const { orgId } = requireContext();
  const limited = limitedTo();
  return withTenant(async (tx) => {
    const workspaces = await tx
      .select({ id: workspace.id, slug: workspace.slug, name: workspace.name })
      .from(workspace)
      .where(and(eq(workspace.orgId, orgId), limited && eq(workspace.id, limited)))
      .orderBy(asc(workspace.name));
    const projects = await tx
      .select({
        workspaceId: project.workspaceId,
        slug: project.slug,
        name: project.name,
        ownBrand: brand.name,
      })
      .from(project)
      .innerJoin(
        brand,
        and(eq(brand.orgId, project.orgId), eq(brand.projectId, project.id), eq(brand.kind, "own")),
      )
      .where(and(eq(project.orgId, orgId), limited && eq(project.workspaceId, limited)))
      .orderBy(asc(project.name));
    const byWorkspace = Map.groupBy(projects, (each) => each.workspaceId);
    return ok(
      workspaces.map(({ id, slug, name }) => ({
        slug,
        name,
        projects: (byWorkspace.get(id) ?? []).map(({ workspaceId: _, ...rest }) => rest),
      })),
    );
  });
}
