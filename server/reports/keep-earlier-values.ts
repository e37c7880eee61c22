import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId, RecomputeId } from "@/server/kernel/id";

/**
 * Keeps the project's numbers that were measured from answers read with other versions than these, as they stand: they are
 * the old series once the answers have been read again.
 */
export async function keepEarlierValues(
  tx: TenantTransaction,
  projectId: ProjectId,
  recomputeId: RecomputeId,
  versions: { readonly extractorVersion: string; readonly brandSetVersion: string },
): Promise<void> {
  const columns =
    sql.raw(`org_id, project_id, panel_version_id, window_start, window_days, engine_id, surface,
    metric_id, brand_id, value, answers, prompts, detail, provenance, computed_at`);
  const isOld = (part: string, version: string) => sql`(
    jsonb_array_length(provenance -> ${part}::text) > 0 and provenance -> ${part}::text <> jsonb_build_array(${version}::text))`;
  await tx.execute(sql`
    insert into insight.earlier_value (recompute_id, ${columns})
    select ${recomputeId}::uuid, ${columns} from insight.metric_value
    where org_id = ${requireContext().orgId} and project_id = ${projectId}
      and (${isOld("extractors", versions.extractorVersion)} or ${isOld("brandSets", versions.brandSetVersion)})`);
}
