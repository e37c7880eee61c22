import { requireContext } from "../server/kernel/context";
import { AppError, unavailable } from "../server/kernel/errors";
import { OrgId } from "../server/kernel/id";
import { err, type Result } from "../server/kernel/result";
import type { ConnectionPool, Database, PooledConnection } from "./client";
import { isLostConnection } from "./lost-connection";

declare const tenantBrand: unique symbol;

/** A database inside a tenant transaction: row-level security shows it one org. Only this file makes them. */
export type TenantTransaction = Database & { readonly [tenantBrand]: true };

let pool: ConnectionPool | undefined;

/** Called once by each process (and each test file) before any verb; `assertAppRole` has looked at the role by then. */
export function useDatabase(opened: ConnectionPool): void {
  pool = opened;
}

/** The process's pool, for the directory tables that stand outside row-level security (ops.outbox, ops.open_run). */
export function database(): ConnectionPool {
  if (!pool) throw new Error("no database: the entry point has to call useDatabase first");
  return pool;
}

/**
 * The only door to tenant data: one READ COMMITTED transaction that sees the org of the current context, and nothing of
 * any other. Commits when `work` returns ok; rolls back when it returns an error or throws. A lock that could not be had
 * in time (the role's lock_timeout, unless `work` sets its own), and a deadlock, come back as `busy`: nothing happened,
 * try again. A database that is away, or goes away, comes back as `unavailable`: nothing happened, unless the connection was
 * lost at the COMMIT itself; then `details.outcome` is "unknown", and only the caller's idempotency key tells. Throws when there is no context, when the org id isn't a uuid, and when `work` swallowed a database error.
 */
export async function withTenant<T>(work: (tx: TenantTransaction) => Promise<Result<T>>): Promise<Result<T>> {
  const orgId = OrgId.parse(requireContext().orgId);
  return transaction(
    `begin isolation level read committed; set local app.org_id = '${orgId}'`,
    (database) => work(asTenant(database)),
    "with the first statement",
  );
}

/** A transaction without an org: it reaches the directory tables and reference data, and no tenant's row. */
export async function withoutTenant<T>(work: (tx: Database) => Promise<Result<T>>): Promise<Result<T>> {
  return transaction("begin isolation level read committed", work, "before it");
}

/**
 * `sent`: the first statement of `work` may go out with BEGIN, which saves a round trip, where it could do nothing by itself:
 * if ever BEGIN alone failed, it would run without an org, and row-level security would show it no row.
 */
async function transaction<T>(
  begin: string,
  work: (tx: Database) => Promise<Result<T>>,
  sent: "with the first statement" | "before it",
): Promise<Result<T>> {
  const connection = await connect();
  if (connection === null) return err(unavailable("nothing_happened"));
  let committing = false;
  const begun = connection.query(begin);
  begun.catch(() => {});
  try {
    if (sent === "before it") await begun;
    const result = await work(withoutNesting(connection.database));
    await begun;
    committing = result.ok;
    const end = await connection.query(result.ok ? "commit" : "rollback");
    // Postgres answers the COMMIT of a failed transaction with ROLLBACK, and no error.
    if (result.ok && end.command !== "COMMIT")
      throw new Error("a verb returned ok after a database error: nothing was committed");
    connection.release();
    return result;
  } catch (fromWork) {
    // A statement behind a BEGIN that failed says only that it came too late.
    const thrown: unknown = await begun.then(
      () => fromWork,
      (fromBegin) => fromBegin,
    );
    await rollBack(connection);
    if (isLockFailure(thrown))
      return err(new AppError("busy", "Somebody else is changing the same thing. Try again."));
    if (isLostConnection(thrown)) return err(unavailable(committing ? "unknown" : "nothing_happened"));
    throw thrown;
  }
}

/** Null when the database can't be reached, or has no connection left for us in time. */
async function connect(): Promise<PooledConnection | null> {
  try {
    return await database().connect();
  } catch (thrown) {
    if (isLostConnection(thrown)) return null;
    throw thrown;
  }
}

/** Drizzle's own `transaction` would send BEGIN and COMMIT inside ours: its commit would end ours, and the tenant's setting. */
function withoutNesting(database: Database): Database {
  const transaction = () => Promise.reject(new Error("a tenant transaction can't be nested"));
  return Object.assign(database, { transaction });
}

/** A connection whose rollback fails is closed: a tenant's setting must never outlive its transaction in the pool. */
async function rollBack(connection: PooledConnection): Promise<void> {
  try {
    await connection.query("rollback");
    connection.release();
  } catch (broken) {
    connection.release(broken instanceof Error ? broken : new Error(String(broken)));
  }
}

const LOCK_FAILURES = new Set(["40P01", "55P03", "40001"]);

/** Drizzle wraps the driver's error, whose SQLSTATE says deadlock, lock timeout or serialisation failure. */
function isLockFailure(thrown: unknown): boolean {
  for (let error = thrown; error instanceof Error; error = error.cause) {
    if ("code" in error && typeof error.code === "string" && LOCK_FAILURES.has(error.code)) return true;
  }
  return false;
}

/** Called by withTenant alone, after the setting stands. */
function asTenant(database: Database): TenantTransaction {
  return database as TenantTransaction;
}
