import { and, eq, ne } from "drizzle-orm";
import { workspace } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { RenameWorkspaceInput } from "./contract";

/** Gives a workspace another name; its address stays. A name that another one has is a `conflict`. */
export async function renameWorkspace(input: RenameWorkspaceInput): Promise<Result<void>> {
  if (!mayDo("workspace.change")) return err(forbidden("rename a workspace"));
  const parsed = parseInput(RenameWorkspaceInput, input);
  if (!parsed.ok) return parsed;
  const { workspace: slug, name } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<void>(async (tx) => {
    const [found] = await tx
      .select({ id: workspace.id, name: workspace.name })
      .from(workspace)
      .where(and(eq(workspace.orgId, orgId), eq(workspace.slug, slug)))
      .for("no key update");
    if (!found) return err(notFound("workspace"));
    if (found.name === name) return ok(undefined);
    const [other] = await tx
      .select({ id: workspace.id })
      .from(workspace)
      .where(and(eq(workspace.orgId, orgId), eq(workspace.name, name), ne(workspace.id, found.id)));
    if (other)
      return err(new AppError("conflict", `There is a workspace “${name}” already. Take another name.`));
    await tx
      .update(workspace)
      .set({ name })
      .where(and(eq(workspace.orgId, orgId), eq(workspace.id, found.id)));
    await recordAudit(tx, {
      action: "workspace.rename",
      subjectType: "workspace",
      subjectId: found.id,
      before: { name: found.name },
      after: { name },
    });
    return ok(undefined);
  });
}
