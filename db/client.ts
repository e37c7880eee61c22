import type { Duplex } from "node:stream";
import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { drizzle as drizzleNeon, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { drizzle as drizzleNode, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { WebSocket } from "ws";

/** Drizzle on one connection: the same query builder over either driver. Statements with a name go past it (statement.ts). */
export type Database = NodePgDatabase & { readonly $client: NamedQueries };

interface NamedQueries {
  query<Row extends pg.QueryResultRow>(
    config: pg.QueryConfig,
  ): Promise<{ rows: Row[]; rowCount: number | null }>;
}

/** A pool of connections to one database, whichever driver its URL asks for. */
export interface ConnectionPool {
  readonly driver: "node-postgres" | "neon";
  connect(): Promise<PooledConnection>;
  end(): Promise<void>;
}

export interface PooledConnection {
  /** Refuses every query once the connection is released: it would run inside somebody else's transaction. */
  readonly database: Database;
  /**
   * Plain SQL, which may hold several statements: how transactions begin in one round trip. `command` is the tag that
   * Postgres answered a single statement with.
   */
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[]; command: string }>;
  /** Gives the connection back; with an error, closes it instead. */
  release(error?: Error): void;
}

export interface PoolOptions {
  /** Connections at most; callers beyond it wait, 10 s at most. */
  readonly max?: number;
  /** Neon's driver through this WebSocket relay (`host:port/path`), whatever the URL's host. */
  readonly neonRelay?: string | undefined;
}

/** How long a caller waits for a connection: for a free one, or for the server to take a new one. */
const CONNECT_MS = 10_000;

/**
 * Opens a pool. Neon's serverless driver (over WebSockets) when the host is Neon's or a relay is given, node-postgres
 * otherwise. Connects lazily: a wrong URL shows at the first query.
 */
export function openPool(url: string, options: PoolOptions = {}): ConnectionPool {
  const isNeon = options.neonRelay !== undefined || new URL(url).hostname.endsWith(".neon.tech");
  return isNeon ? openNeonPool(url, options) : openNodePool(url, options);
}

/**
 * Its connections pipeline: a statement is sent without waiting for the answer to the one before it. Statements still run
 * in their order, and one that fails in a transaction fails all behind it.
 */
function openNodePool(url: string, { max = 10 }: PoolOptions): ConnectionPool {
  const config = { connectionString: url, max, connectionTimeoutMillis: CONNECT_MS, pipeline: true };
  const pool = new pg.Pool(config);
  surviveLostConnections(pool);
  return {
    driver: "node-postgres",
    async connect() {
      const pooled = await pool.connect();
      const { client, query, release } = lease(pooled, () => gatherWrites(pooled.connection.stream));
      return { database: drizzleNode({ client, casing: "snake_case" }), query, release };
    },
    end: () => pool.end(),
  };
}

function openNeonPool(url: string, { max = 10, neonRelay }: PoolOptions): ConnectionPool {
  neonConfig.webSocketConstructor = WebSocket;
  if (neonRelay !== undefined) {
    neonConfig.wsProxy = () => neonRelay;
    neonConfig.useSecureWebSocket = false;
    neonConfig.pipelineTLS = false;
    neonConfig.pipelineConnect = false;
  }
  const pool = new NeonPool({ connectionString: url, max, connectionTimeoutMillis: CONNECT_MS });
  surviveLostConnections(pool);
  return {
    driver: "neon",
    async connect() {
      const { client, query, release } = lease(await pool.connect());
      return {
        database: sameResults(drizzleNeon({ client, casing: "snake_case" })),
        query,
        release,
      };
    },
    end: () => pool.end(),
  };
}

/**
 * A connection that the server drops fails its next query, and is replaced at the next checkout. Its 'error' event would
 * end the process if nobody listened: the pool listens while it is idle, we do for its whole life.
 */
function surviveLostConnections(pool: pg.Pool | NeonPool): void {
  pool.on("error", () => {});
  pool.on("connect", (client: { on(event: "error", listener: () => void): unknown }) => {
    client.on("error", () => {});
  });
}

/** What one turn of the event loop sends leaves in one write: as many statements, one call of the system. */
function gatherWrites(stream: Duplex): void {
  stream.cork();
  process.nextTick(() => stream.uncork());
}

/** `client` for one checkout: a query that comes after the release is refused. `beforeQuery` is called for each of the others. */
function lease<Client extends Pick<PooledConnection, "query" | "release">>(
  client: Client,
  beforeQuery: () => void = () => {},
): { client: Client } & Pick<PooledConnection, "query" | "release"> {
  let released = false;
  const leased = new Proxy(client, {
    get(target, key) {
      if (key === "query") {
        if (released) throw new Error("a query came after its transaction was over");
        beforeQuery();
      }
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === "function" ? value.bind(target) : value;
    },
  });
  return {
    client: leased,
    query: async (sql, values) => leased.query(sql, values),
    release(error) {
      released = true;
      client.release(error);
    },
  };
}

/** Both drivers return pg's own QueryResult, and drizzle's two database classes differ in nothing that we call. */
function sameResults(database: NeonDatabase): Database {
  return database as unknown as Database;
}
