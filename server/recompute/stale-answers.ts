import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AnswerId, type ProjectId } from "@/server/kernel/id";
import type { ReadingVersions } from "./current-reading";

/** How many stored answers of the project were read with other versions, and could be read again. */
export async function countStale(
  tx: TenantTransaction,
  projectId: ProjectId,
  versions: ReadingVersions,
): Promise<number> {
  const { rows } = await tx.execute<{ stale: number }>(
    sql`select count(*)::int as stale from (${staleAnswers(projectId, versions)}) s`,
  );
  return rows[0]?.stale ?? 0;
}

/** Some of them: what was read again is none of them any more, so that the next call finds the next. */
export async function nextStale(
  tx: TenantTransaction,
  projectId: ProjectId,
  versions: ReadingVersions,
  limit: number,
): Promise<AnswerId[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`${staleAnswers(projectId, versions)} limit ${limit}`);
  return rows.map(({ id }) => AnswerId.parse(id));
}

/**
 * Four ranges of one index, so that answers read with these versions cost nothing, however many. What failed was never
 * paid, and its retry stands for it: it stays failed. What couldn't be read with these versions isn't tried again.
 */
function staleAnswers(projectId: ProjectId, { extractorVersion, brandSetVersion }: ReadingVersions): SQL {
  const { orgId } = requireContext();
  const where = (range: SQL) => sql`
    select a.id from tracking.answer a
    where a.org_id = ${orgId} and a.project_id = ${projectId} and a.state <> 'provider_error' and ${range}
      and not exists (select from tracking.recompute_note n where n.org_id = ${orgId} and n.answer_id = a.id
        and n.extractor_version = ${extractorVersion} and n.brand_set_version = ${brandSetVersion})`;
  const same = sql`a.extractor_version = ${extractorVersion}`;
  const ranges = [
    sql`a.extractor_version < ${extractorVersion}`,
    sql`a.extractor_version > ${extractorVersion}`,
    sql`${same} and a.brand_set_version < ${brandSetVersion}`,
    sql`${same} and a.brand_set_version > ${brandSetVersion}`,
  ];
  return sql.join(ranges.map(where), sql` union all `);
}
