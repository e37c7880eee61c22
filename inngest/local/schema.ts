import type { Database } from "./database";

/** One advisory lock for whoever installs; any constant will do, as long as nobody else uses it. */
const INSTALL_LOCK = 7_207_001;

/** The tables, as a list of versions: one that has been released is never edited, the next is added below it. */
const VERSIONS: readonly string[] = [
  `
  -- A run of a function: the one row whose status says what happens next (run-store.ts has the states).
  create table local_runtime.runs (
    id uuid primary key,
    function_id text not null,
    seq bigint generated always as identity,
    event text not null,
    status text not null check (status in ('waiting','queued','active','sleeping','completed','failed','cancelled')),
    priority integer not null,
    lane text,
    holds_slot boolean not null default false,
    worker_id uuid,
    claim integer not null default 0,
    attempts text not null default '{}',
    due_at timestamptz,
    cancel_requested boolean not null default false,
    losses integer not null default 0,
    steps_at_loss integer not null default 0,
    parent_run uuid,
    parent_step text,
    output text,
    error text,
    created_at timestamptz not null default now(),
    ended_at timestamptz
  ) with (fillfactor = 60);
  create index runs_unfinished on local_runtime.runs (status, worker_id) where ended_at is null;
  create index runs_waiting on local_runtime.runs (lane, priority desc, seq) where status = 'waiting';
  create index runs_ended on local_runtime.runs (ended_at) where ended_at is not null;

  -- Steps of a run: memoised ('data', 'error', in the order of seq) or open ('planned', 'sleeping', 'waiting', 'invoking').
  create sequence local_runtime.step_order;
  create table local_runtime.steps (
    run_id uuid not null,
    step_id text not null,
    state text not null check (state in ('data','error','planned','sleeping','waiting','invoking')),
    body text,
    due_at timestamptz,
    seq bigint not null default nextval('local_runtime.step_order'),
    primary key (run_id, step_id)
  );

  -- Who is interested in coming events: a step that waits, or a run that one would cancel.
  create table local_runtime.waits (
    run_id uuid not null,
    step_id text not null,
    cancels boolean not null,
    event_name text not null,
    path text[],
    wanted text,
    primary key (run_id, step_id)
  );
  create index waits_by_event on local_runtime.waits (event_name, wanted);

  -- What was seen in the last 24 hours: event ids and idempotency keys.
  create table local_runtime.seen (key text primary key, seen_at timestamptz not null default now());

  -- A lane is a set of runs with the same concurrency keys; a slot counts the runs that hold a key.
  create table local_runtime.lanes (
    id text primary key,
    key_1 text not null,
    limit_1 integer not null,
    key_2 text,
    limit_2 integer
  );
  create index lanes_by_key_1 on local_runtime.lanes (key_1);
  create index lanes_by_key_2 on local_runtime.lanes (key_2);
  create table local_runtime.slots (key text primary key, held integer not null check (held >= 0)) with (fillfactor = 50);

  create table local_runtime.workers (
    id uuid primary key,
    lock_number integer generated always as identity,
    beat_at timestamptz not null default now()
  );
  create table local_runtime.crons (key text primary key, last_tick timestamptz not null);
  `,
];

/** Brings the schema `local_runtime`, which must exist and be ours, up to date. Any number of workers may call it. */
export async function installSchema(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock($1)", [INSTALL_LOCK]);
    await sql.query("create table if not exists local_runtime.installed (version integer primary key)");
    const rows = await sql.query<{ version: number }>("select version from local_runtime.installed");
    const done = new Set(rows.map((row) => row.version));
    for (const [index, statements] of VERSIONS.entries()) {
      if (done.has(index + 1)) continue;
      await sql.query(statements);
      await sql.query("insert into local_runtime.installed values ($1)", [index + 1]);
    }
  });
}
