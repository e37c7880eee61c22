import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";

/**
 * Whoever measures a project does it alone until the transaction ends: of two that replace the same window's rows, the later
 * would store what the earlier one's answers had not come into. A wait of 5 s comes back as `busy`, and the step is retried.
 */
export async function lockProject(tx: TenantTransaction, projectId: ProjectId): Promise<void> {
  const name = `measure:${requireContext().orgId}:${projectId}`;
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
