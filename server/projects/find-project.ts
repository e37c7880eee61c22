import { and, asc, eq, isNull } from "drizzle-orm";
import { brand, project, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { limitedTo, requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { FindProjectInput, type ProjectDto } from "./contract";

/** The project at that address with its brands, for every role. */
export async function findProject(input: FindProjectInput): Promise<Result<ProjectDto>> {
  const parsed = parseInput(FindProjectInput, input);
  if (!parsed.ok) return parsed;
  const { orgId } = requireContext();
  const limited = limitedTo();
  return withTenant<ProjectDto>(async (tx) => {
    const [found] = await tx
      .select({
        projectId: project.id,
        slug: project.slug,
        name: project.name,
        targetPresence: project.targetPresence,
        workspace: { slug: workspace.slug, name: workspace.name },
      })
      .from(project)
      .innerJoin(workspace, and(eq(workspace.orgId, project.orgId), eq(workspace.id, project.workspaceId)))
      .where(
        and(
          eq(project.orgId, orgId),
          limited && eq(project.workspaceId, limited),
          eq(workspace.slug, parsed.value.workspace),
          eq(project.slug, parsed.value.project),
        ),
      );
    if (!found) return err(notFound("project"));
    const brands = await tx
      .select({ brandId: brand.id, name: brand.name, kind: brand.kind })
      .from(brand)
      .where(and(eq(brand.orgId, orgId), eq(brand.projectId, found.projectId), isNull(brand.archivedAt)))
      .orderBy(asc(brand.kind), asc(brand.name));
    return ok({
      ...found,
      brands: brands.map(({ brandId, name, kind }) => ({ brandId, name, own: kind === "own" })),
    });
  });
}
