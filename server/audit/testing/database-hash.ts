import type { CatalogQuery } from "@/db/testing/catalog";
import { namespaces, sqlArray } from "@/db/testing/catalog/classification";

/** One hash over every row of every product table, in no org and in all; `without` may change. */
export async function hashOfDatabase(query: CatalogQuery, without: readonly string[] = []): Promise<string> {
  const tables = await query(
    `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any(${sqlArray(namespaces)}) and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const names = tables.map(({ name }) => String(name)).filter((name) => !without.includes(name));
  const rows = names.map((name) => `select '${name}' || t::text as row from ${name} t`).join(" union all ");
  const [found] = await query(
    `select count(*) || ':' || md5(string_agg(row, '|' order by row collate "C")) as hash from (${rows}) r`,
  );
  return String(found?.hash);
}
