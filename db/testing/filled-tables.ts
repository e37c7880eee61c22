import type { CatalogQuery } from "./catalog";
import { namespaces, sqlArray } from "./catalog/classification";

/** Tables that stay small beside answers and entries: reference data, settings, what people type in, one row a run. */
const SMALL = [
  "billing.subscription",
  "catalog.price",
  "credits.checkpoint",
  "credits.lot",
  "credits.reservation",
  "credits.wallet",
  'identity."user"',
  "identity.attempt",
  "identity.free_seat",
  "identity.proof",
  "identity.unsent_mail",
  "identity.operator",
  "identity.org_slug",
  "identity.user_org",
  "insight.streak",
  "ops.call_pool",
  "ops.engine_health",
  "insight.token_hold",
  "insight.token_month",
  "ops.due_schedule",
  "ops.flag_rule",
  "ops.open_run",
  "tenancy.engine_key",
  "tenancy.invite",
  "tenancy.membership",
  "tenancy.org",
  "tenancy.project",
  "tenancy.retention",
  "tenancy.setup_draft",
  "tenancy.workspace",
  "tracking.brand",
  "tracking.brand_alias",
  "tracking.brand_domain",
  "tracking.check_setting",
  "tracking.fact_version",
  "tracking.imported_line",
  "tracking.page_day",
  "tracking.panel",
  "tracking.panel_version",
  "tracking.review_setting",
  "tracking.reviewed_run",
  "tracking.schedule",
  "tracking.schedule_day",
];
const SMALL_ROWS = 1_000;
const ORGS = 50;

interface Column {
  readonly table: string;
  /** The table has one row an org. */
  readonly single: boolean;
  readonly name: string;
  readonly type: string;
  /** The table that a foreign key of it points to, `org_id` aside. */
  readonly target: string | null;
}

/**
 * Fills every empty product table with made-up rows, 1,000 in small ones and `rows` in all others, tables of tomorrow
 * among them. Keys fit together: what a row refers to is a row of its own org. Ids, names and orgs only go up, which indexes
 * take several times faster. Takes a superuser's
 * connection; constraints other than keys and checks are not looked at meanwhile. Partitioned tables stay empty.
 * Returns the tables that it filled.
 */
export async function fillTables(query: CatalogQuery, rows: number): Promise<string[]> {
  const tables = Map.groupBy(await readEmptyTables(query), (column) => column.table);
  const rowsOf = (table: string) => {
    if (tables.get(table)?.some((column) => column.single)) return ORGS;
    return SMALL.includes(table) ? SMALL_ROWS : rows;
  };
  for (const [table, columns] of tables) {
    const names = columns.map(({ name }) => name).join(", ");
    const values = columns.map((column) => madeUp(column, rowsOf)).join(", ");
    // A migration that waits for autovacuum would be timed with it.
    await query(
      `begin; alter table ${table} set (autovacuum_enabled = off); set local synchronous_commit = off; set local session_replication_role = replica;
       insert into ${table} (${names}) overriding system value select ${values} from generate_series(1, ${rowsOf(table)}) i;
       commit; analyze ${table}`,
    );
  }
  return [...tables.keys()];
}

async function readEmptyTables(query: CatalogQuery): Promise<Column[]> {
  const rows = await query(
    `select c.oid::regclass::text as table, quote_ident(a.attname) as name, format_type(a.atttypid, null) as type,
       (select min(k.confrelid::regclass::text) from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey) and a.attname <> 'org_id') as target,
       a.attname = 'org_id' and exists (
         select from pg_index where indrelid = c.oid and indisunique and indkey::text = a.attnum::text) as single
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = any(select oid from pg_namespace where nspname = any(${sqlArray(namespaces)}))
       and c.relkind = 'r' and not c.relispartition and pg_relation_size(c.oid) = 0
       and a.attnum > 0 and a.attnotnull and a.attgenerated = '' order by 1, a.attnum`,
  );
  return rows.map((row) => ({
    table: String(row.table),
    name: String(row.name),
    type: String(row.type),
    target: row.target === null ? null : String(row.target),
    single: row.single === true,
  }));
}

const uuidOf = (number: string) => `('00000000-0000-4000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;

const VALUES: Readonly<Record<string, string>> = {
  text: "'x' || lpad(i::text, 6, '0')",
  integer: "i",
  bigint: "i",
  real: "1",
  "double precision": "1",
  boolean: "true",
  jsonb: "'{}'",
  "text[]": "'{}'",
  "integer[]": "'{}'",
  tsvector: "'x'",
  bytea: "decode(lpad(to_hex(i), 16, '0'), 'hex')",
  date: "date '2020-01-01' + i % 3000",
  "timestamp with time zone": "timestamptz '2020-01-01Z' + i * interval '1 minute'",
};

/** A NOT NULL column's value in row `i`, as SQL. */
function madeUp({ table, name, type, target }: Column, rowsOf: (table: string) => number): string {
  /** The row that stands as far down among `rows` as this one does in its table: 1 is the first. */
  const rowAmong = (rows: number) => `((i - 1)::bigint * ${rows} / ${rowsOf(table)} + 1)`;
  if (name === "org_id") return uuidOf(rowAmong(ORGS));
  if (type === "uuid") return uuidOf(target === null ? "i" : rowAmong(rowsOf(target)));
  const value = VALUES[type];
  if (value === undefined) throw new Error(`no made-up value for the type ${type}: add one`);
  return value;
}
