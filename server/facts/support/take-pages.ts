import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { pageDay, pageVisit } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId, RunId } from "@/server/kernel/id";
import { readCheckSetting } from "../read-check-setting";

/** Cited pages that an org may have fetched in one UTC day, over all of its projects. */
export const PAGES_A_DAY = 200;
/** Pages of one step: each may take its ten seconds, and ten more for robots.txt. */
const BATCH = 5;

export interface TakenPage {
  readonly url: string;
  readonly urlSha256: string;
}

/** The key of an address: it may be longer than a key of the database. */
export function urlKey(canonicalUrl: string): string {
  return createHash("sha256").update(canonicalUrl).digest("hex");
}

/**
 * SQL of a run's drawn citations: cited, with a passage of the text, in an answer that an engine really gave. Drawn by the
 * ids of the answer and the project.
 */
export function drawnCitations(runId: RunId, share: number) {
  return sql`select a.id as answer_id, a.text, c.canonical_url, c.spans -> 0 as span from tracking.answer a
    join tracking.citation c on c.org_id = a.org_id and c.answer_id = a.id
    where a.org_id = ${requireContext().orgId} and a.run_id = ${runId} and not a.sandbox
      and a.state in ('answered', 'truncated') and c.kind = 'cited' and jsonb_array_length(c.spans) > 0
      and ('x' || left(md5('support' || a.project_id::text || a.id::text), 8))::bit(32)::bigint < ${share}::float8 * 4294967296`;
}

/**
 * Takes the next cited pages of a run to be looked at: those that were taken and not fetched (a process died), then new
 * ones, within what the run and the org's day may have. The day's row is locked until the end of the transaction: what is
 * counted is what is taken.
 */
export async function takePages(
  tx: TenantTransaction,
  runId: RunId,
  projectId: ProjectId,
): Promise<readonly TakenPage[]> {
  const { orgId } = requireContext();
  const { rows: left } = await tx.execute<{ url: string; urlSha256: string }>(sql`
    select url, url_sha256 as "urlSha256" from tracking.page_visit
    where org_id = ${orgId} and run_id = ${runId} and fetched_at is null order by url_sha256 limit ${BATCH}`);
  if (left.length > 0) return left;
  const { share, pagesPerRun } = await readCheckSetting(tx, projectId);
  const { day, room } = await lockDay(tx);
  const { rows } = await tx.execute<{ url: string }>(sql`
    select d.canonical_url as url from (${drawnCitations(runId, share)}) d
    where not exists (select from tracking.page_visit v where v.org_id = ${orgId} and v.run_id = ${runId}
      and v.url_sha256 = encode(sha256(convert_to(d.canonical_url, 'utf8')), 'hex'))
    group by 1 order by md5(d.canonical_url)
    limit least(${BATCH}, ${room}, greatest(0, ${pagesPerRun} - (select count(*) from tracking.page_visit v
      where v.org_id = ${orgId} and v.run_id = ${runId})))`);
  if (rows.length === 0) return [];
  const pages = rows.map(({ url }) => ({ url, urlSha256: urlKey(url) }));
  const taken = await tx
    .insert(pageVisit)
    .values(pages.map((page) => ({ orgId, runId, ...page })))
    .onConflictDoNothing()
    .returning({ url: pageVisit.url, urlSha256: pageVisit.urlSha256 });
  await tx.execute(sql`update tracking.page_day set pages = pages + ${taken.length}
    where org_id = ${orgId} and day = ${day}::date`);
  return taken;
}

async function lockDay(tx: TenantTransaction): Promise<{ day: string; room: number }> {
  const { orgId } = requireContext();
  const day = sql<string>`(clock_timestamp() at time zone 'utc')::date`;
  const [row] = await tx
    .insert(pageDay)
    .values({ orgId, day, pages: 0 })
    .onConflictDoUpdate({ target: [pageDay.orgId, pageDay.day], set: { pages: sql`${pageDay.pages}` } })
    .returning({ day: pageDay.day, pages: pageDay.pages });
  if (!row) throw new Error("an upsert returned no row");
  return { day: row.day, room: Math.max(0, PAGES_A_DAY - row.pages) };
}
