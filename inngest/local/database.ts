import pg from "pg";
import type { Logger } from "@/server/kernel/logger";

/** Something that runs SQL: a pool, or the connection of a transaction. */
export interface Sql {
  /** Rows of `text`, in the shape that the caller states: it wrote the columns. `name` keeps the plan prepared. */
  query<Row extends object>(text: string, values?: unknown[], name?: string): Promise<Row[]>;
}

export interface Database extends Sql {
  /**
   * Runs `work` in a transaction and runs it again, from the start, when the connection or the server was lost or the
   * transaction lost a race (serialisation, deadlock). `work` must therefore be safe to repeat. Gives up when closed.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

const CONNECTIONS = 8;
const LONGEST_PAUSE_MS = 2_000;

/**
 * Opens a pool on `url`. A dropped idle connection is logged, not thrown. `patienceMs`: how long a query is tried again
 * while the database is away; for ever, unless said.
 */
export function openDatabase(
  url: string,
  logger: Logger,
  connections = CONNECTIONS,
  patienceMs = Number.POSITIVE_INFINITY,
): Database {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on("error", (error) =>
    logger.warn({ reason: error.message }, "local runtime: a database connection was lost"),
  );
  // A connection that breaks while it is in use says so twice: to the query, which is told apart below, and here.
  pool.on("connect", (client) => client.on("error", () => undefined));
  let closed = false;

  async function persist<T>(attempt: () => Promise<T>): Promise<T> {
    const givenUpAt = Date.now() + patienceMs;
    for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      try {
        return await attempt();
      } catch (error) {
        if (closed || !isPassing(error) || Date.now() + pause > givenUpAt) throw error;
        logger.warn({ reason: String(error) }, "local runtime: the database is away or busy, trying again");
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  async function once<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    let broken: unknown = false;
    try {
      await client.query("begin");
      const result = await work(onConnection(client));
      await client.query("commit");
      return result;
    } catch (error) {
      broken = error;
      await client.query("rollback").then(
        () => {
          broken = false;
        },
        () => undefined,
      );
      throw error;
    } finally {
      client.release(broken !== false);
    }
  }

  return {
    query: (text, values, name) => persist(() => onConnection(pool).query(text, values, name)),
    transaction: (work) => persist(() => once(work)),
    close: async () => {
      closed = true;
      await pool.end();
    },
  };
}

function onConnection(connection: pg.Pool | pg.PoolClient): Sql {
  return {
    query: async <Row extends object>(text: string, values?: unknown[], name?: string) => {
      const config = { text, ...(values && { values }), ...(name && { name }) };
      // A text of several statements (an installation) gives a list of results: then nobody wants the rows.
      return (await connection.query<Row>(config)).rows ?? [];
    },
  };
}

/** SQLSTATEs and socket errors after which the same transaction may well succeed. */
function isPassing(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/^(08|57P|53|40001|40P01|55P03|ECONN|EPIPE|ETIMEDOUT)/.test(code)) return true;
  return (
    error instanceof Error &&
    /Connection terminated|not queryable|timeout exceeded when trying/.test(error.message)
  );
}
