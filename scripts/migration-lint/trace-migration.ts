import { performance } from "node:perf_hooks";
import pg from "pg";
import type { Migration } from "@/db/migrate";
import { readStatements, type Statement } from "./read-statements";
import { waiversOf } from "./waivers";
import { watchLocks } from "./watch-locks";

/** Milliseconds that a table with rows may be closed to everybody. */
export const LONGEST_LOCK_MS = 200;
const TRIES = 5;
const BEGIN = "begin; set local lock_timeout = '2s'";
const NOT_IN_TRANSACTION = "25001";

/** What a migration did to one table that held rows. */
export interface TableTrace {
  readonly table: string;
  /** The first statement that wrote the table anew (its file on disk is another one), if any did. */
  readonly rewrittenBy: Statement | undefined;
  /** The statement that took ACCESS EXCLUSIVE, and how long it was held until the commit: the best of up to five tries. */
  readonly lockedBy: Statement | undefined;
  readonly lockedMs: number;
}

export interface MigrationTrace {
  readonly file: readonly Statement[];
  readonly tables: readonly TableTrace[];
}

export interface TraceConnections {
  /** The role that migrates. */
  readonly owner: pg.Client;
  /** A superuser, who looks on. */
  readonly admin: pg.Client;
}

/**
 * Runs one migration on a database with rows, as the runner would send it, and returns what it did to each table that
 * held rows before. With `keep` false all of it is rolled back, but for what Postgres runs in no transaction. Throws what
 * the migration throws.
 */
export async function traceMigration(
  connections: TraceConnections,
  migration: Pick<Migration, "sql">,
  { keep }: { keep: boolean },
): Promise<MigrationTrace> {
  const file = await readStatements(migration.sql);
  const tables: TableTrace[] = [];
  for (const piece of piecesOf(migration.sql, file)) {
    try {
      tables.push(...(await traceInTransaction(connections, piece, keep)));
    } catch (error) {
      await connections.owner.query("rollback");
      if (!(error instanceof pg.DatabaseError && error.code === NOT_IN_TRANSACTION)) throw error;
      tables.push(...(await traceOutside(connections, piece)));
    }
  }
  return { file, tables };
}

/** What is wrong with what the trace saw, as `line: rule: why`, less what the file sets aside with a reason. */
export function traceFaults({ file, tables }: MigrationTrace): string[] {
  const faults = tables.flatMap(({ table, rewrittenBy, lockedBy, lockedMs }) => {
    const found: string[] = [];
    if (rewrittenBy && !isWaived(rewrittenBy, "rewrite"))
      found.push(`line ${rewrittenBy.line}: rewrite: every row of ${table} is written anew`);
    if (lockedBy && lockedMs > LONGEST_LOCK_MS && !isWaived(lockedBy, "long-lock"))
      found.push(`line ${lockedBy.line}: long-lock: ${table} is closed for ${lockedMs.toFixed(0)} ms`);
    return found;
  });
  const unused = file.filter(
    (statement) =>
      isWaived(statement, "rewrite") && !tables.some(({ rewrittenBy }) => rewrittenBy === statement),
  );
  return [
    ...faults,
    ...unused.map(({ line }) => `line ${line}: waiver-unused: no table with rows is written anew here`),
  ];
}

function isWaived(statement: Statement, rule: string): boolean {
  return waiversOf(statement).some((waiver) => waiver.rule === rule);
}

/** What the runner sends at once: a whole file, or the sections of one that runs in no transaction. */
function piecesOf(sql: string, file: readonly Statement[]): Statement[][] {
  if (!sql.startsWith("-- no-transaction")) return [[...file]];
  return [...Map.groupBy(file, (statement) => statement.section).values()];
}

/** First a look at what each statement locks and rewrites, then the time without looking. */
async function traceInTransaction(
  { owner, admin }: TraceConnections,
  piece: readonly Statement[],
  keep: boolean,
): Promise<TableTrace[]> {
  const filled = await readFilledTables(admin);
  const seen = new Map<number, { rewrittenBy?: Statement; lockedBy?: Statement }>();
  await owner.query(BEGIN);
  for (const statement of piece) {
    await owner.query(statement.text);
    const [locked, files] = [await readLocks(owner), await readFiles(owner)];
    for (const { id, file } of filled) {
      const entry = seen.get(id) ?? {};
      if (locked.has(id)) entry.lockedBy ??= statement;
      if (isAnother(file, files.get(id))) entry.rewrittenBy ??= statement;
      seen.set(id, entry);
    }
  }
  await owner.query("rollback");

  // A rewrite is refused however long it takes.
  const isRefused = [...seen.values()].some(
    ({ rewrittenBy }) => rewrittenBy && !isWaived(rewrittenBy, "rewrite"),
  );
  const times = await timeOf(owner, piece, { keep, tries: isRefused ? 1 : TRIES });
  return filled.map(({ id, table }) => {
    const { rewrittenBy, lockedBy } = seen.get(id) ?? {};
    return { table, rewrittenBy, lockedBy, lockedMs: lockedBy ? (times.get(lockedBy) ?? 0) : 0 };
  });
}

/** From each statement to the commit, in milliseconds: the least of the tries that it took to be short. */
async function timeOf(
  owner: pg.Client,
  piece: readonly Statement[],
  { keep, tries }: { keep: boolean; tries: number },
): Promise<Map<Statement, number>> {
  const best = new Map<Statement, number>();
  for (let left = tries - 1; ; left -= 1) {
    const starts: [Statement, number][] = [];
    await owner.query(BEGIN);
    for (const statement of piece) {
      starts.push([statement, performance.now()]);
      await owner.query(statement.text);
    }
    const end = performance.now();
    for (const [statement, start] of starts)
      best.set(statement, Math.min(end - start, best.get(statement) ?? Number.POSITIVE_INFINITY));
    const isOver = left === 0 || [...best.values()].every((ms) => ms <= LONGEST_LOCK_MS);
    await owner.query(keep && isOver ? "commit" : "rollback");
    if (isOver) return best;
  }
}

/** Outside of a transaction there is nothing to roll back: one try, watched from beside. */
async function traceOutside(
  { owner, admin }: TraceConnections,
  piece: readonly Statement[],
): Promise<TableTrace[]> {
  const filled = await readFilledTables(admin);
  const { rows } = await owner.query("select pg_backend_pid() as pid");
  const watch = watchLocks(admin, rows[0].pid);
  try {
    for (const statement of piece) await owner.query(statement.text);
  } finally {
    await watch.stop();
  }
  const files = await readFiles(admin);
  const [statement] = piece;
  return filled.map(({ id, table, file }) => ({
    table,
    rewrittenBy: isAnother(file, files.get(id)) ? statement : undefined,
    lockedBy: watch.held.has(id) ? statement : undefined,
    lockedMs: watch.held.get(id) ?? 0,
  }));
}

/** Tables with rows. `file` is where a table stands on disk: a rewrite makes a new one. */
async function readFilledTables(client: pg.Client) {
  const { rows } = await client.query<{ id: number; table: string; file: number }>(
    `select c.oid as id, c.oid::regclass::text as table, pg_relation_filenode(c.oid) as file
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema)' and pg_relation_size(c.oid) > 0`,
  );
  return rows;
}

async function readFiles(client: pg.Client): Promise<Map<number, number>> {
  const { rows } = await client.query<{ id: number; file: number }>(
    "select oid as id, pg_relation_filenode(oid) as file from pg_class where relkind = 'r'",
  );
  return new Map(rows.map((row) => [row.id, row.file]));
}

/** A table that is gone was not written anew. */
function isAnother(before: number, after: number | undefined): boolean {
  return after !== undefined && after !== before;
}

async function readLocks(client: pg.Client): Promise<Set<number>> {
  const { rows } = await client.query<{ id: number }>(
    `select relation as id from pg_locks
     where pid = pg_backend_pid() and locktype = 'relation' and mode = 'AccessExclusiveLock' and granted`,
  );
  return new Set(rows.map((row) => row.id));
}
