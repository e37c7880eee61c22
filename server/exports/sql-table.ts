import { type SQL, sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { ok } from "@/server/kernel/result";
import type { ExportTableDto } from "./contract";
import type { ExportScope, ExportTable } from "./export-table";
import { cellsOf, type Row, type SqlColumn, selectList } from "./sql-columns";

export interface SqlTableSpec extends Omit<ExportTableDto, "columns"> {
  readonly columns: readonly SqlColumn[];
  /** Constant expressions that `of` needs beside the columns, by name. */
  readonly extra?: Readonly<Record<string, string>>;
  /** `from … where …`: names the org explicitly, and lets through what the scope's filter does. */
  readonly from: (scope: ExportScope) => SQL;
  /** Not-null expressions that order the rows and tell each from the others: the end of a primary key. */
  readonly key: readonly {
    readonly sql: string;
    readonly type: "uuid" | "text" | "integer" | "date" | "boolean";
  }[];
  /** Rows a page. Default 1,000. */
  readonly pageRows?: number;
}

const PAGE_ROWS = 1_000;

/**
 * An export table that is one statement, read in keyset pages: a row that stands when the export begins comes exactly
 * once, whatever is inserted meanwhile.
 */
export function sqlTable(spec: SqlTableSpec): ExportTable {
  const { from, key, extra, pageRows = PAGE_ROWS, columns, ...described } = spec;
  const selected = [
    ...selectList(columns, extra),
    ...key.map((part, index) => `(${part.sql})::text as "${keyName(index)}"`),
  ];
  const order = key.map((part) => part.sql).join(", ");
  const beyond = (after: readonly string[]) =>
    sql`and (${sql.raw(order)}) > (${sql.join(
      key.map(({ type }, index) => sql`${after[index]}::${sql.raw(type)}`),
      sql`, `,
    )})`;
  return {
    ...described,
    columns: columns.map(({ name, about }) => ({ name, about })),
    readPage: (scope, after) =>
      withTenant(async (tx) => {
        const { rows } = await tx.execute<Row>(sql`
          select ${sql.raw(selected.join(", "))} ${from(scope)} ${after === null ? sql`` : beyond(after)}
          order by ${sql.raw(order)} limit ${pageRows}`);
        const last = rows.length < pageRows ? undefined : rows.at(-1);
        return ok({
          rows: rows.map((row) => cellsOf(columns, row)),
          next: last ? key.map((_, index) => String(last[keyName(index)])) : null,
        });
      }),
  };
}

function keyName(index: number): string {
  return `key ${index}`;
}
