import { and, eq, inArray, ne } from "drizzle-orm";
import { project, workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { RenameProjectInput } from "./contract";

/** Gives a project another name; its address stays. A name that another one of its workspace has is a `conflict`. */
export async function renameProject(input: RenameProjectInput): Promise<Result<void>> {
  if (!mayDo("project.rename")) return err(forbidden("rename a project"));
  const parsed = parseInput(RenameProjectInput, input);
  if (!parsed.ok) return parsed;
  const { workspace: workspaceSlug, project: slug, name } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<void>(async (tx) => {
    const inWorkspace = tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.orgId, orgId), eq(workspace.slug, workspaceSlug)));
    const [found] = await tx
      .select({ id: project.id, name: project.name, workspaceId: project.workspaceId })
      .from(project)
      .where(and(eq(project.orgId, orgId), eq(project.slug, slug), inArray(project.workspaceId, inWorkspace)))
      .for("no key update");
    if (!found) return err(notFound("project"));
    if (found.name === name) return ok(undefined);
    const { id, workspaceId } = found;
    const [other] = await tx
      .select({ id: project.id })
      .from(project)
      .where(
        and(
          eq(project.orgId, orgId),
          eq(project.workspaceId, workspaceId),
          eq(project.name, name),
          ne(project.id, id),
        ),
      );
    if (other)
      return err(new AppError("conflict", `There is a project “${name}” here already. Take another name.`));
    await tx
      .update(project)
      .set({ name })
      .where(and(eq(project.orgId, orgId), eq(project.id, id)));
    await recordAudit(tx, {
      action: "project.rename",
      subjectType: "project",
      subjectId: id,
      before: { name: found.name },
      after: { name },
    });
    return ok(undefined);
  });
}
