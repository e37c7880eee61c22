import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pg from "pg";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

const LOCK_KEY = 7_233_640;
const LOCK_ATTEMPTS = 10;
const TURN_POLL_MS = 200;
const TURN_ATTEMPTS = 4_500;

/**
 * Applies every migration that `ownerUrl`'s database doesn't have yet, in name order, each in a transaction of its own
 * (or none, when its first line is `-- no-transaction`), under one advisory lock, and returns their names. Throws when a
 * file that was applied has changed or gone, when a file stands before one that was applied, and, naming the file, when
 * one fails: a transaction's file leaves nothing of itself, the statements of a `-- no-transaction` one stay.
 */
export async function migrate(ownerUrl: string, migrations?: readonly Migration[]): Promise<string[]> {
  const files = [...(migrations ?? (await readMigrations()))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await takeTurn(client);
    await client.query(
      "create table if not exists public.schema_migration " +
        "(name text primary key, sha256 text not null, applied_at timestamptz not null default now())",
    );
    const pending = pendingOf(files, await appliedIn(client));
    for (const migration of pending) await apply(client, migration);
    return pending.map((migration) => migration.name);
  } finally {
    await client.end();
  }
}

/** The SQL files of db/migrations, in name order. Throws when there is none: an empty database would look migrated. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = fileURLToPath(new URL("./migrations", import.meta.url));
  const names = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
  if (names.length === 0) throw new Error(`no migrations in ${folder}`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(`${folder}/${name}`, "utf8");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Polls: a session that waits inside pg_advisory_lock holds a snapshot, and the CREATE INDEX CONCURRENTLY of the runner
 * that has the lock would wait for that snapshot: a deadlock. Gives up after 15 minutes.
 */
async function takeTurn(client: pg.Client): Promise<void> {
  for (let attempt = 1; attempt <= TURN_ATTEMPTS; attempt += 1) {
    const { rows } = await client.query<{ mine: boolean }>("select pg_try_advisory_lock($1) as mine", [
      LOCK_KEY,
    ]);
    if (rows[0]?.mine) return;
    await sleep(TURN_POLL_MS);
  }
  throw new Error("another migration runner has held the lock for 15 minutes");
}

async function appliedIn(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; sha256: string }>(
    "select name, sha256 from public.schema_migration",
  );
  return new Map(rows.map((row) => [row.name, row.sha256]));
}

function pendingOf(files: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(files.map((file) => file.name));
  const gone = [...applied.keys()].filter((name) => !known.has(name));
  if (gone.length > 0) throw new Error(`Applied migrations are missing here: ${gone.join(", ")}`);
  const last = [...applied.keys()].sort().at(-1) ?? "";
  for (const file of files) {
    const hash = applied.get(file.name);
    if (hash !== undefined && hash !== file.sha256)
      throw new Error(`${file.name} changed after it was applied`);
    if (hash === undefined && file.name < last)
      throw new Error(`${file.name} stands before ${last}, which is applied`);
  }
  return files.filter((file) => !applied.has(file.name));
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const record = `insert into public.schema_migration (name, sha256) values (${client.escapeLiteral(migration.name)}, '${migration.sha256}')`;
  const isInTransaction = !migration.sql.startsWith("-- no-transaction");
  try {
    await (isInTransaction
      ? applyInTransaction(client, `${migration.sql}\n; ${record}`)
      : applyStatements(client, migration.sql.split("--> statement-breakpoint"), record));
  } catch (error) {
    throw new Error(`${migration.name} failed`, { cause: error });
  }
}

/** Tries again when a lock can't be had in 2 s: waiting longer would make every query of the table queue behind us. */
async function applyInTransaction(client: pg.Client, sql: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(`begin; set local lock_timeout = '2s'; ${sql}; commit`);
      return;
    } catch (error) {
      await client.query("rollback").catch(() => {});
      const lockTimeout = error instanceof pg.DatabaseError && error.code === "55P03";
      if (!lockTimeout || attempt === LOCK_ATTEMPTS) throw error;
      await sleep(250 * attempt);
    }
  }
}

/** A CREATE INDEX CONCURRENTLY that failed before leaves an invalid index, which IF NOT EXISTS would take for the real one. */
async function applyStatements(
  client: pg.Client,
  statements: readonly string[],
  record: string,
): Promise<void> {
  for (const statement of statements) await client.query(statement);
  const { rows } = await client.query<{ name: string }>(
    "select indexrelid::regclass::text as name from pg_index where not indisvalid",
  );
  if (rows.length > 0) throw new Error(`invalid index, drop it first: ${rows.map((row) => row.name).join()}`);
  await client.query(record);
}
