import type { SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";
import pg from "pg";
import type { TenantTransaction } from "./tenant";

export interface StatementRows<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/** Moments and days stay the text that Postgres sends, as drizzle has them. */
const { TIMESTAMPTZ, TIMESTAMP, DATE, INTERVAL } = pg.types.builtins;
const AS_TEXT = new Set<number>([TIMESTAMPTZ, TIMESTAMP, DATE, INTERVAL]);
const types: pg.CustomTypesConfig = {
  getTypeParser: (type: number, format?: "text" | "binary") =>
    AS_TEXT.has(type) ? String : pg.types.getTypeParser(type, format),
};

/**
 * A statement of a hot path under a name of its own, with its parameters as $1, $2: each connection parses and plans it
 * once, which is half the work of a short statement. It is sent before this returns: statements that don't need each
 * other's answers go out together when nobody awaits in between, and run in that order. `text` is a constant; `Row` is
 * what it returns, as the driver reads it.
 */
export function statement<Row extends object>(
  name: string,
  text: string,
): (tx: TenantTransaction, params: unknown[]) => Promise<StatementRows<Row>> {
  return (tx, values) => tx.$client.query<Row>({ name, text, values, types });
}

const dialect = new PgDialect({ casing: "snake_case" });

/**
 * The same for SQL that is put together from parts. `name` has to stand for one text: the driver refuses a second one. Worth it
 * where a screen's statement is short, since the policies of each of its tables are planned with it.
 */
export async function runNamed<Row extends object>(
  tx: TenantTransaction,
  name: string,
  query: SQL,
): Promise<Row[]> {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return (await tx.$client.query<Row>({ name, text, values: params, types })).rows;
}
