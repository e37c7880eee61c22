import { and, eq, sql } from "drizzle-orm";
import { importedLine } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import type { Capture } from "./check-capture";

/**
 * The captures that the project doesn't hold yet. `lock`: until the transaction ends, no other import of the project gets
 * past this point, so that the same file sent twice at once is stored once.
 */
export async function findFresh(
  tx: TenantTransaction,
  projectId: ProjectId,
  captures: readonly Capture[],
  lock = false,
): Promise<Result<Capture[]>> {
  const { orgId } = requireContext();
  if (!(await projectExists(tx, projectId, { lock }))) return err(notFound("project"));
  if (captures.length === 0) return ok([]);
  const known = await tx
    .select({ sha256: importedLine.lineSha256 })
    .from(importedLine)
    .where(
      and(
        eq(importedLine.orgId, orgId),
        eq(importedLine.projectId, projectId),
        // One array parameter: a file has more lines than a statement may have parameters.
        sql`${importedLine.lineSha256} = any(${sql.param(captures.map((capture) => capture.sha256))}::text[])`,
      ),
    );
  const seen = new Set(known.map((line) => line.sha256));
  return ok(captures.filter((capture) => !seen.has(capture.sha256)));
}
