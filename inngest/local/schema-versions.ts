/** The tables, as a list of versions: one that has been released is never edited, the next is added below it. */
export const SCHEMA_VERSIONS: readonly string[] = [
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
  `
  alter table local_runtime.runs
    -- The queue that it stands in (queue.ts).
    add column queue text not null default 'runs',
    -- When it was first taken by a worker; from then on its throttle doesn't count, and its time to finish runs.
    add column started_at timestamptz,
    add column finish_ms double precision,
    -- When it is cancelled: before it starts by the time that it may wait, after that by the time that it may take.
    add column deadline timestamptz;
  create index runs_deadline on local_runtime.runs (deadline) where ended_at is null and deadline is not null;
  update local_runtime.runs set started_at = created_at where claim > 0;

  -- As the function names it: for people who read a dead letter.
  alter table local_runtime.steps add column name text;

  -- The whole condition, on both events; path and wanted only find the waits that it could be.
  alter table local_runtime.waits add column condition text, add column until timestamptz;

  -- A lane may have a throttle, and then needs no concurrency key.
  alter table local_runtime.lanes
    alter column key_1 drop not null,
    alter column limit_1 drop not null,
    add column queue text not null default 'runs',
    add column throttle_key text,
    add column throttle_every double precision,
    add column throttle_most integer;
  create index lanes_by_throttle on local_runtime.lanes (throttle_key) where throttle_key is not null;
  -- Up to when the starts of a throttle's key are spent, in milliseconds since 1970.
  create table local_runtime.throttles (key text primary key, spent_until double precision not null);

  -- What people did about runs that had failed for good: append-only.
  create table local_runtime.interventions (
    id bigint primary key generated always as identity,
    run_id uuid not null,
    function_id text not null,
    action text not null check (action in ('retried', 'dropped')),
    done_by text not null,
    done_at timestamptz not null default now()
  );
  create index interventions_by_run on local_runtime.interventions (run_id, id);
  -- A page of dead letters, latest first.
  create index runs_failed on local_runtime.runs (ended_at desc, seq desc) where status = 'failed';
  `,
];
