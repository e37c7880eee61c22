import type { CatalogQuery } from "./catalog";
import { readTenantTables } from "./tenant-rows";

/** Tables outside row-level security whose rows belong to an org all the same. */
const SWEPT = ["ops.outbox", "ops.open_run"];

/** Where the rows of an org stand: every tenant table of the catalog, and the two that are swept across orgs. */
export async function tablesWithOrgs(query: CatalogQuery): Promise<string[]> {
  return [...(await readTenantTables(query)).map(({ name }) => name), ...SWEPT];
}

/**
 * One hash over every row that stands in them, as a superuser sees it: of one org, or of all. Equal hashes mean that
 * nothing was added, changed or taken away. `without`: tables that may change.
 */
export async function hashOfRows(
  query: CatalogQuery,
  options: { readonly orgId?: string; readonly without?: readonly string[] } = {},
): Promise<string> {
  const { orgId, without = [] } = options;
  const tables = (await tablesWithOrgs(query)).filter((table) => !without.includes(table));
  const where = orgId === undefined ? "" : `where t.org_id = '${orgId}'`;
  const parts = tables.map((table) => `select '${table}' || t::text as row from ${table} t ${where}`);
  const [found] = await query(
    `select count(*) || ':' || md5(string_agg(row, '|' order by row collate "C")) as hash from (${parts.join(" union all ")}) r`,
  );
  return String(found?.hash);
}
