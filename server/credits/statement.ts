import type { PreparedQueryConfig } from "drizzle-orm/pg-core";
import type { TenantTransaction } from "@/db/tenant";

interface Rows<Row> {
  readonly rows: Row[];
  readonly rowCount: number | null;
}

/**
 * A statement of the hot path under a name, with its parameters as $1, $2: each connection parses and plans it once. Half
 * the time of these short statements would go there, most of it while the wallet lock is held. `text` is a constant.
 */
export function statement<Row>(
  name: string,
  text: string,
): (tx: TenantTransaction, params: unknown[]) => Promise<Rows<Row>> {
  return (tx, params) =>
    tx._.session
      .prepareQuery<PreparedQueryConfig & { execute: Rows<Row> }>(
        { sql: text, params },
        undefined,
        `credits_${name}`,
        false,
      )
      .execute();
}
