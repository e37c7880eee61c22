import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import * as schema from "./schema";

/** A table whose rows belong to orgs. */
export interface OrgTable {
  /** As "tracking.answer". */
  readonly name: string;
  /** Its primary key: columns and their types in SQL. */
  readonly key: readonly { readonly column: string; readonly type: string }[];
  /** Columns of bytes. */
  readonly bytes: readonly string[];
}

/** Every table of the schema that has an org_id, in the order of names: a new one is among them by itself. */
export const ORG_TABLES: readonly OrgTable[] = Object.values(schema)
  .flatMap((entry) => (is(entry, PgTable) ? readTable(entry) : []))
  .toSorted((one, other) => one.name.localeCompare(other.name));

function readTable(table: PgTable): OrgTable[] {
  const { schema: namespace, name, columns, primaryKeys } = getTableConfig(table);
  const nameOf = (column: { readonly name: string }) => toSnakeCase(column.name);
  if (!columns.some((column) => nameOf(column) === "org_id")) return [];
  const inKey = primaryKeys[0]?.columns.map((column) => column.name);
  const key = inKey
    ? inKey.flatMap((part) => columns.find((column) => column.name === part) ?? [])
    : columns.filter(({ primary }) => primary);
  return [
    {
      name: `${namespace}.${name}`,
      key: key.map((column) => ({ column: nameOf(column), type: column.getSQLType() })),
      bytes: columns.filter((column) => column.getSQLType() === "bytea").map(nameOf),
    },
  ];
}
