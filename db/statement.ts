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
