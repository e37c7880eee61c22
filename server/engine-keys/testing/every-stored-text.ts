import type { CatalogQuery } from "@/db/testing/catalog";

/** Every row of every table outside Postgres' own, as text: binary columns once in hex, once as the bytes read as text. */
export async function everyStoredText(query: CatalogQuery): Promise<{ rows: number; text: string }> {
  const tables = await query(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name,
       array(select quote_ident(column_name) from information_schema.columns c where data_type = 'bytea'
         and (c.table_schema, c.table_name) = (t.table_schema, t.table_name)) as binary
     from information_schema.tables t
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const texts: string[] = [];
  for (const { name, binary } of tables) {
    const columns = Array.isArray(binary) ? binary.map((column) => `, encode(${column}, 'escape')`) : [];
    const rows = await query(`select concat_ws(' ', t::text${columns.join("")}) as text from ${name} t`);
    texts.push(...rows.map((row) => String(row.text)));
  }
  return { rows: texts.length, text: texts.join("\n") };
}
