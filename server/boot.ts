import { assertAppRole } from "@/db/app-role";
import { type ConnectionPool, openPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { checkMasterKeys } from "./engine-keys";
import { env } from "./kernel/env";
import { checkMailSettings } from "./mail";

export interface BootOptions {
  /** The app role's URL. Default: DATABASE_URL. */
  readonly databaseUrl?: string | undefined;
  /** Connections at most. Default: 10. */
  readonly connections?: number;
}

/**
 * What every process does before its first verb: opens the database, refuses to go on unless the role is bound by
 * row-level security, and hands the pool to the verbs. Returns the pool, for the caller to close. Throws with what to do
 * when no database is named, when it can't be reached, when the role is a superuser, an owner or has BYPASSRLS, and when
 * the master keys of customers' own keys are malformed, or mail is set up by half.
 */
export async function boot(options: BootOptions = {}): Promise<ConnectionPool> {
  const url = options.databaseUrl ?? env.DATABASE_URL;
  if (url === undefined) throw new Error(NO_DATABASE);
  checkMasterKeys();
  checkMailSettings();
  const pool = openPool(url, { max: options.connections ?? 10, neonRelay: env.NEON_RELAY });
  try {
    await assertAppRole(pool);
  } catch (error) {
    await pool.end();
    throw error;
  }
  useDatabase(pool);
  return pool;
}

const NO_DATABASE =
  "No database: DATABASE_URL is not set. `npm run demo` starts one of its own and the product with it; " +
  "for a server, set DATABASE_URL to the role citestreak_app (README.md, “Your own Postgres”).";
