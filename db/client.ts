import { Pool as NeonPool, neonConfig } from "@neondatabase/serverless";
import { drizzle as drizzleNeon, type NeonDatabase } from "drizzle-orm/neon-serverless";
import { drizzle as drizzleNode, type NodePgDatabase } from "drizzle-orm/node-postgres";
import pg from "pg";
import { WebSocket } from "ws";

/** Drizzle on one connection: the same query builder over either driver. */
export type Database = NodePgDatabase;

/** A pool of connections to one database, whichever driver its URL asks for. */
export interface ConnectionPool {
  readonly driver: "node-postgres" | "neon";
  connect(): Promise<PooledConnection>;
  end(): Promise<void>;
}

export interface PooledConnection {
  readonly database: Database;
  /** Plain SQL, which may hold several statements: how transactions begin in one round trip. */
  query(sql: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
  /** Gives the connection back; with an error, closes it instead. */
  release(error?: Error): void;
}

export interface PoolOptions {
  /** Connections at most; callers beyond it wait. */
  readonly max?: number;
  /** Neon's driver through this WebSocket relay (`host:port/path`), whatever the URL's host. */
  readonly neonRelay?: string | undefined;
}

/**
 * Opens a pool. Neon's serverless driver (over WebSockets) when the host is Neon's or a relay is given, node-postgres
 * otherwise. Connects lazily: a wrong URL shows at the first query.
 */
export function openPool(url: string, options: PoolOptions = {}): ConnectionPool {
  const isNeon = options.neonRelay !== undefined || new URL(url).hostname.endsWith(".neon.tech");
  return isNeon ? openNeonPool(url, options) : openNodePool(url, options);
}

function openNodePool(url: string, { max = 10 }: PoolOptions): ConnectionPool {
  const pool = new pg.Pool({ connectionString: url, max });
  // An idle connection that the server drops is replaced at the next checkout; unheard, the event would end the process.
  pool.on("error", () => {});
  return {
    driver: "node-postgres",
    async connect() {
      const client = await pool.connect();
      return {
        database: drizzleNode({ client, casing: "snake_case" }),
        query: (sql, values) => client.query(sql, values),
        release: (error) => client.release(error),
      };
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
  const pool = new NeonPool({ connectionString: url, max });
  pool.on("error", () => {});
  return {
    driver: "neon",
    async connect() {
      const client = await pool.connect();
      client.on("error", () => {});
      return {
        database: sameResults(drizzleNeon({ client, casing: "snake_case" })),
        query: (sql, values) => client.query(sql, values),
        release: (error) => client.release(error),
      };
    },
    end: () => pool.end(),
  };
}

/** Both drivers return pg's own QueryResult, and drizzle's two database classes differ in nothing that we call. */
function sameResults(database: NeonDatabase): Database {
  return database as unknown as Database;
}
