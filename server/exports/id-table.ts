import { type SQL, sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { ok } from "@/server/kernel/result";
import type { ExportTableDto } from "./contract";
import type { ExportScope, ExportTable } from "./export-table";
import { cellsOf, type Row, type SqlColumn, selectList } from "./sql-columns";

export interface IdTableSpec extends Omit<ExportTableDto, "columns"> {
  readonly columns: readonly SqlColumn[];
  /** What the table whose ids make the pages is called in all of the following. */
  readonly alias: string;
  readonly from: SQL;
  /** That table, with what narrows it by an index alone: the org, and the project where it is a column. */
  readonly pagesOf: (scope: ExportScope) => SQL;
  /** All that a row has to be, whatever it costs to find out. */
  readonly where: (scope: ExportScope) => SQL;
  /** Constant expressions that order the rows of one id. */
  readonly orderWithin?: string;
  readonly pageIds: number;
}

/** For a page of ids a planner may still hash the whole of a table that it joins: as many rows again for each page. */
const ROW_BY_ROW = sql`select set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)`;

/**
 * An export table for what grows without end. A page is so many ids, of which alone the condition is then asked: a planner
 * can't sort the whole table for each page, and each row is looked at once in all. A page may hold no row.
 */
export function idTable(spec: IdTableSpec): ExportTable {
  const { alias, from, pagesOf, where, orderWithin, pageIds, columns, ...described } = spec;
  const id = sql.raw(`${alias}.id`);
  const selected = sql.raw(selectList(columns).join(", "));
  const order = sql.raw([`${alias}.id`, ...(orderWithin ? [orderWithin] : [])].join(", "));
  return {
    ...described,
    columns: columns.map(({ name, about }) => ({ name, about })),
    readPage: (scope, after) =>
      withTenant(async (tx) => {
        const keys = await tx.execute<{ id: string }>(sql`
          select ${id} from ${pagesOf(scope)} ${after ? sql`and ${id} > ${after[0]}::uuid` : sql``}
          order by ${id} limit ${pageIds}`);
        const ids = keys.rows.map(({ id }) => id);
        await tx.execute(ROW_BY_ROW);
        const { rows } = await tx.execute<Row>(sql`
          select ${selected} ${from}
          where ${id} = any(${sql.param(ids)}::uuid[]) and ${where(scope)} order by ${order}`);
        const last = ids.length === pageIds ? ids.at(-1) : undefined;
        return ok({
          rows: rows.map((row) => cellsOf(columns, row)),
          next: last === undefined ? null : [last],
        });
      }),
  };
}
