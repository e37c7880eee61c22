import { type SQL, sql } from "drizzle-orm";
import type { OrgTable } from "@/db/org-tables";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { ok, unwrap } from "@/server/kernel/result";
import { withheldOf } from "./taken-tables";

/** So few that a page of the largest answers is some megabytes. */
const PAGE = 200;

interface Row extends Record<string, unknown> {
  readonly line: string;
  readonly key: readonly string[];
}

/**
 * The org's rows of a table as JSON, page by page in the order of its key, each page read in a transaction of its own.
 * Rows that are written meanwhile may or may not be among them.
 */
export async function* readRows(table: OrgTable): AsyncGenerator<readonly string[]> {
  for (let after: readonly string[] | null = null; ; ) {
    const rows: readonly Row[] = await readPage(table, after);
    if (rows.length > 0) yield rows.map(({ line }) => line);
    after = rows.at(-1)?.key ?? null;
    if (rows.length < PAGE || after === null) return;
  }
}

async function readPage(table: OrgTable, after: readonly string[] | null): Promise<readonly Row[]> {
  const { orgId } = requireContext();
  const key = sql.join(
    table.key.map(({ column }) => sql`t.${sql.identifier(column)}`),
    sql`, `,
  );
  const texts = sql.join(
    table.key.map(({ column }) => sql`t.${sql.identifier(column)}::text`),
    sql`, `,
  );
  const later = after && sql`and (${key}) > (${sql.join(typed(table, after), sql`, `)})`;
  return unwrap(
    await withTenant(async (tx) => {
      const { rows } = await tx.execute<Row>(sql`
        select (${lineOf(table)})::text as line, array[${texts}] as key from ${nameOf(table)} t
        where t.org_id = ${orgId} ${later ?? sql``} order by ${key} limit ${PAGE}`);
      return ok(rows);
    }),
  );
}

function typed({ key }: OrgTable, after: readonly string[]): SQL[] {
  return key.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`);
}

/** The row as one JSON object: without what is withheld, bytes as base64. */
function lineOf(table: OrgTable): SQL {
  const withheld = withheldOf(table);
  const encoded = table.bytes
    .filter((column) => !withheld.includes(column))
    .map(
      (column) => sql`${column}::text, replace(encode(t.${sql.identifier(column)}, 'base64'), chr(10), '')`,
    );
  const base = sql`to_jsonb(t) - ${sql.param([...withheld, ...table.bytes])}::text[]`;
  return encoded.length === 0 ? base : sql`${base} || jsonb_build_object(${sql.join(encoded, sql`, `)})`;
}

function nameOf({ name }: OrgTable): SQL {
  const [namespace = "", table = ""] = name.split(".");
  return sql`${sql.identifier(namespace)}.${sql.identifier(table)}`;
}
