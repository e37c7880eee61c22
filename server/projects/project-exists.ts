import { and, eq } from "drizzle-orm";
import { project } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { limitedTo, requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";

/**
 * Whether the project is one of the org's. With `lock`, edits of its brands wait for each other until the transaction
 * ends: names must be unique over all of them. What only refers to the project doesn't wait.
 */
export async function projectExists(
  tx: TenantTransaction,
  projectId: ProjectId,
  { lock = false }: { lock?: boolean } = {},
): Promise<boolean> {
  const { orgId } = requireContext();
  const limited = limitedTo();
  const read = tx
    .select({ id: project.id })
    .from(project)
    .where(
      and(eq(project.orgId, orgId), eq(project.id, projectId), limited && eq(project.workspaceId, limited)),
    );
  if (limited) return (await read).length > 0;
  return (await (lock ? read.for("no key update") : read.prepare("project_exists").execute())).length > 0;
}
