import { z } from "zod";
import type { Database, Sql } from "./database";
import type { RunQueue } from "./queue";

/** A run that failed for good. It is kept, with its memoised steps, until it is retried, dropped or ages out (90 days). */
export interface DeadLetter {
  readonly runId: string;
  readonly functionId: string;
  readonly event: unknown;
  readonly error: { readonly name: string; readonly message: string };
  readonly startedAt: Date | null;
  readonly failedAt: Date;
}

export interface DeadLetterPage {
  readonly letters: readonly DeadLetter[];
  /** Where the next page begins; null on the last. */
  readonly next: string | null;
}

/** A step that ended before the run failed: what a retry starts from, and what it runs again. */
export interface DeadLetterStep {
  /** As the function names it; null for steps of runs from before names were kept. */
  readonly name: string | null;
  readonly state: "succeeded" | "failed" | "unfinished";
  /** The step's result, or its error. */
  readonly body: unknown;
}

/** Something that a person did about a dead letter. */
export interface Intervention {
  readonly action: "retried" | "dropped";
  readonly by: string;
  readonly at: Date;
}

export interface DeadLetterDetail extends DeadLetter {
  readonly steps: readonly DeadLetterStep[];
  /** Oldest first: a letter that was retried and failed again is the same letter. */
  readonly interventions: readonly Intervention[];
}

/** The runs that failed for good, for a screen to read, retry and drop. */
export interface DeadLetters {
  /** Latest first, at most `limit` (default 50, most 1,000) a page; `after` is the page before's `next`. */
  list(options?: {
    readonly functionId?: string;
    readonly limit?: number;
    readonly after?: string;
  }): Promise<DeadLetterPage>;
  /** How many there are, by function, the most first. */
  count(): Promise<{ readonly functionId: string; readonly letters: number }[]>;
  /** Null when there is no dead letter under that id. */
  read(runId: string): Promise<DeadLetterDetail | null>;
  /** What people did about a run, oldest first; also when it is no dead letter any more. */
  interventions(runId: string): Promise<readonly Intervention[]>;
  /** Runs it again from its memoised steps, with fresh attempts. False when there is no such dead letter (any more). */
  retry(runId: string, by: string): Promise<boolean>;
  /** Gives it up: run, event and steps are deleted, and who did it is kept. False as above. */
  drop(runId: string, by: string): Promise<boolean>;
}

const PAGE = 50;
const MOST = 1_000;
const RunId = z.uuid();

export function deadLettersOf(database: Database, queue: RunQueue): DeadLetters {
  return {
    list: ({ functionId = null, limit = PAGE, after } = {}) =>
      listLetters(database, { functionId, limit: Math.max(1, Math.min(limit, MOST)), after: after ?? null }),
    count: () =>
      database.query(
        `select function_id as "functionId", count(*)::int as letters from local_runtime.runs
         where status = 'failed' group by 1 order by 2 desc, 1`,
      ),
    read: async (runId) => (isRunId(runId) ? readLetter(database, runId) : null),
    interventions: async (runId) => (isRunId(runId) ? readInterventions(database, runId) : []),
    retry: async (runId, by) =>
      isRunId(runId) && database.transaction((sql) => retryLetter(sql, queue, runId, by)),
    drop: async (runId, by) => isRunId(runId) && database.transaction((sql) => dropLetter(sql, runId, by)),
  };
}

function isRunId(runId: string): boolean {
  return RunId.safeParse(runId).success;
}

interface LetterRow {
  id: string;
  seq: string;
  function_id: string;
  event: string;
  error: string;
  started_at: Date | null;
  ended_at: Date;
  /** Of `ended_at`, with the microseconds that a Date drops. */
  place: string;
}

const COLUMNS = "id, seq, function_id, event, error, started_at, ended_at, ended_at::text as place";

async function listLetters(
  database: Database,
  { functionId, limit, after }: { functionId: string | null; limit: number; after: string | null },
): Promise<DeadLetterPage> {
  const [, endedAt = null, seq = null] = after === null ? [] : (/^(.+)~(\d+)$/.exec(after) ?? []);
  const rows = await database.query<LetterRow>(
    `select ${COLUMNS} from local_runtime.runs
     where status = 'failed' and ($1::text is null or function_id = $1)
       and ($2::timestamptz is null or (ended_at, seq) < ($2::timestamptz, $3::bigint))
     order by ended_at desc, seq desc limit $4`,
    [functionId, endedAt, seq, limit + 1],
  );
  const last = rows[limit - 1];
  return {
    letters: rows.slice(0, limit).map(toLetter),
    next: rows.length > limit && last ? `${last.place}~${last.seq}` : null,
  };
}

function toLetter(row: LetterRow): DeadLetter {
  return {
    runId: row.id,
    functionId: row.function_id,
    event: JSON.parse(row.event),
    error: JSON.parse(row.error),
    startedAt: row.started_at,
    failedAt: row.ended_at,
  };
}

async function readLetter(database: Database, runId: string): Promise<DeadLetterDetail | null> {
  const [row] = await database.query<LetterRow>(
    `select ${COLUMNS} from local_runtime.runs where id = $1 and status = 'failed'`,
    [runId],
  );
  if (!row) return null;
  const steps = await database.query<{ name: string | null; state: string; body: string | null }>(
    "select name, state, body from local_runtime.steps where run_id = $1 order by seq",
    [runId],
  );
  return {
    ...toLetter(row),
    steps: steps.map(({ name, state, body }) => ({
      name,
      state: state === "data" ? "succeeded" : state === "error" ? "failed" : "unfinished",
      body: body === null ? null : JSON.parse(body),
    })),
    interventions: await readInterventions(database, runId),
  };
}

async function readInterventions(database: Database, runId: string): Promise<Intervention[]> {
  return database.query(
    "select action, done_by as by, done_at as at from local_runtime.interventions where run_id = $1 order by id",
    [runId],
  );
}

async function retryLetter(sql: Sql, queue: RunQueue, runId: string, by: string): Promise<boolean> {
  const [run] = await sql.query<{ id: string; function_id: string; queue: string; priority: number }>(
    `update local_runtime.runs set status = 'queued', attempts = '{}', error = null, ended_at = null,
       losses = 0, holds_slot = false, started_at = null, deadline = null, cancel_requested = false
     where id = $1 and status = 'failed' returning id, function_id, queue, priority`,
    [runId],
  );
  if (!run) return false;
  await sql.query("delete from local_runtime.steps where run_id = $1 and state <> 'data'", [runId]);
  // Not admitted yet: under a limit its claim sends it to the line.
  await queue.put(sql, [run]);
  await note(sql, run, "retried", by);
  return true;
}

async function dropLetter(sql: Sql, runId: string, by: string): Promise<boolean> {
  const [run] = await sql.query<{ id: string; function_id: string }>(
    "delete from local_runtime.runs where id = $1 and status = 'failed' returning id, function_id",
    [runId],
  );
  if (!run) return false;
  await sql.query("delete from local_runtime.steps where run_id = $1", [runId]);
  await note(sql, run, "dropped", by);
  return true;
}

async function note(
  sql: Sql,
  run: { readonly id: string; readonly function_id: string },
  action: Intervention["action"],
  by: string,
): Promise<void> {
  await sql.query(
    "insert into local_runtime.interventions (run_id, function_id, action, done_by) values ($1, $2, $3, $4)",
    [run.id, run.function_id, action, by],
  );
}
