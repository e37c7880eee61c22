import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { workspace } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
import { WorkspaceId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Standing } from "./contract";

/** The workspace of a standing: one of the org's for a client viewer, null for everybody else. */
export function readWorkspace({ role, workspaceId }: z.output<typeof Standing>): Result<WorkspaceId | null> {
  const named = WorkspaceId.nullable().safeParse(workspaceId ?? null);
  if (!named.success) return err(notFound("workspace"));
  if ((role === "client_viewer") !== (named.data !== null))
    return err(new AppError("invalid_input", "A client viewer has one workspace, and nobody else has."));
  return ok(named.data);
}

/** Refuses a workspace that the org doesn't have (`not_found`). */
export async function checkWorkspace(
  tx: TenantTransaction,
  workspaceId: WorkspaceId | null,
): Promise<Result<void>> {
  if (workspaceId === null) return ok(undefined);
  const { orgId } = requireContext();
  const found = await tx
    .select({ id: workspace.id })
    .from(workspace)
    .where(and(eq(workspace.orgId, orgId), eq(workspace.id, workspaceId)));
  return found.length > 0 ? ok(undefined) : err(notFound("workspace"));
}
