import { type CatalogQuery, relations } from "./catalog";

/** A tenant table as the catalog has it. Names are quoted, ready for SQL. */
export interface TenantTable {
  readonly name: string;
  /** Columns that have to be given a value: NOT NULL ones, with their types. */
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
  /** A column that the app role may update by itself, or org_id where there is none. */
  readonly updatable: string;
}

/** Every tenant table of the database, in name order. */
export async function readTenantTables(query: CatalogQuery): Promise<TenantTable[]> {
  const rows = await query(`${relations}
    select t.oid::regclass::text as name,
      (select array_agg(quote_ident(attname) || ' ' || format_type(atttypid, null) order by attnum) from pg_attribute
        where attrelid = t.oid and attnum > 0 and attnotnull) as columns,
      (select array_agg(quote_ident(a.attname) order by k.place)
        from pg_index i, unnest(i.indkey::int2[]) with ordinality k(attnum, place)
        join pg_attribute a using (attnum) where i.indrelid = t.oid and i.indisprimary and a.attrelid = t.oid) as key,
      coalesce((select quote_ident(attname) from pg_attribute where attrelid = t.oid and attnum > 0
        and has_column_privilege('citestreak_app', t.oid, attnum, 'UPDATE') order by attname <> 'org_id', attnum limit 1),
        'org_id') as updatable
    from tenant t order by 1`);
  return rows.map((row) => ({
    name: String(row.name),
    columns: words(row.columns).map((column) => {
      const [name = "", ...type] = column.split(" ");
      return { name, type: type.join(" ") };
    }),
    key: words(row.key),
    updatable: String(row.updatable),
  }));
}

function words(column: unknown): string[] {
  return Array.isArray(column) ? column.map(String) : [];
}

const LITERALS: Readonly<Record<string, string>> = {
  uuid: "'00000000-0000-4000-8000-000000000001'",
  text: "'x'",
  integer: "1",
  bigint: "1",
  real: "1",
  "double precision": "1",
  boolean: "true",
  jsonb: "'{}'",
  "text[]": "'{}'",
  "integer[]": "'{}'",
  tsvector: "'x'",
  bytea: "'\\x00'",
  date: "'2030-01-01'",
  "timestamp with time zone": "'2030-01-01T00:00:00Z'",
};

/** An INSERT of the one made-up row of `orgId`: the same key in each org. Foreign keys are the caller's problem. */
export function insertRow(table: TenantTable, orgId: string): string {
  const values = table.columns.map(({ name, type }) => {
    const literal = name === "org_id" ? `'${orgId}'` : LITERALS[type];
    if (literal === undefined) throw new Error(`no made-up value for the type ${type}: add one`);
    return literal;
  });
  const names = table.columns.map((column) => column.name);
  return `insert into ${table.name} (${names.join(", ")}) overriding system value values (${values.join(", ")})`;
}
