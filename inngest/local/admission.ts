import type { Sql } from "./database";
import { type Candidate, chooseAdmitted, type Lane, type LaneRef } from "./lane";
import type { RunQueue } from "./queue";

/** Class of the locks under which slots and throttles are decided about, one for each queue, over all workers. */
const ADMISSION_LOCK = 7_207_002;
/** Candidates looked at for one lane in one go; the next release of a slot looks again. */
const MOST_PER_LANE = 200;
/** Milliseconds since 1970, by the database's clock: what throttles count in. */
const NOW_MS = "extract(epoch from statement_timestamp())::float8 * 1000";

/** Makes lanes known (or takes over their new limits, after a deploy). Call before inserting runs of them. */
export async function declareLanes(sql: Sql, lanes: readonly Lane[]): Promise<void> {
  if (lanes.length === 0) return;
  await lockAdmission(sql, lanes);
  const distinct = [...new Map(lanes.map((lane) => [lane.id, lane])).values()];
  const column = <T>(pick: (lane: Lane) => T): T[] => distinct.map(pick);
  await sql.query(
    `insert into local_runtime.lanes
       (id, queue, key_1, limit_1, key_2, limit_2, throttle_key, throttle_every, throttle_most)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::text[],
       $8::float8[], $9::int[])
     on conflict (id) do update set queue = excluded.queue, limit_1 = excluded.limit_1, limit_2 = excluded.limit_2,
         throttle_every = excluded.throttle_every, throttle_most = excluded.throttle_most
       where (lanes.queue, lanes.limit_1, lanes.limit_2, lanes.throttle_every, lanes.throttle_most) is distinct from
         (excluded.queue, excluded.limit_1, excluded.limit_2, excluded.throttle_every, excluded.throttle_most)`,
    [
      column((lane) => lane.id),
      column((lane) => lane.queue),
      column((lane) => lane.keys[0]?.key ?? null),
      column((lane) => lane.keys[0]?.limit ?? null),
      column((lane) => lane.keys[1]?.key ?? null),
      column((lane) => lane.keys[1]?.limit ?? null),
      column((lane) => lane.throttle?.key ?? null),
      column((lane) => lane.throttle?.everyMs ?? null),
      column((lane) => lane.throttle?.most ?? null),
    ],
  );
}

/**
 * Gives back one slot of every key of each lane named (a lane once for each run that leaves it), and lets in who waits
 * for them. An empty list does nothing.
 */
export async function releaseSlots(sql: Sql, queue: RunQueue, lanes: readonly LaneRef[]): Promise<void> {
  if (lanes.length === 0) return;
  await lockAdmission(sql, lanes);
  await sql.query(
    `update local_runtime.slots s set held = held - l.n
     from (select key, count(*)::int as n
           from unnest($1::text[]) as given (id) join local_runtime.lanes using (id),
                lateral (values (key_1), (key_2)) as k (key)
           where key is not null group by key) l
     where s.key = l.key`,
    [lanes.map(({ id }) => id)],
    "local_runtime_release",
  );
  await admitWaiting(sql, queue, lanes);
}

interface CandidateRow {
  id: string;
  queue: string;
  priority: number;
  seq: string;
  key_1: string | null;
  room_1: number | null;
  key_2: string | null;
  room_2: number | null;
  throttle_key: string | null;
  tokens: number | null;
}

/** What `runs` must be for a candidate, and in which order they are looked at. */
const WAITING = "from local_runtime.runs where status = 'waiting' and lane = o.id";
const IN_ORDER = "order by priority desc, seq limit greatest(0, least(o.room_1, o.room_2";

/**
 * Lets in as many waiting runs as have room, of all lanes that share a key with `lanes`. A throttle counts for runs that
 * haven't started: one that comes back from a sleep has had its turn.
 */
export async function admitWaiting(sql: Sql, queue: RunQueue, lanes: readonly LaneRef[]): Promise<void> {
  if (lanes.length === 0) return;
  await lockAdmission(sql, lanes);
  const rows = await sql.query<CandidateRow>(
    `with touched as (
       select distinct key from local_runtime.lanes, lateral (values (key_1), (key_2), (throttle_key)) as k (key)
       where id = any($1) and key is not null
     ), open_lanes as (
       select l.id, l.key_1, l.key_2, l.throttle_key,
         l.limit_1 - coalesce(a.held, 0) as room_1, l.limit_2 - coalesce(b.held, 0) as room_2,
         floor(l.throttle_most - greatest(0, coalesce(t.spent_until, 0) - ${NOW_MS}) / l.throttle_every)::int as tokens
       from (select * from local_runtime.lanes where key_1 in (select key from touched)
             union select * from local_runtime.lanes where key_2 in (select key from touched)
             union select * from local_runtime.lanes where throttle_key in (select key from touched)) l
       left join local_runtime.slots a on a.key = l.key_1
       left join local_runtime.slots b on b.key = l.key_2
       left join local_runtime.throttles t on t.key = l.throttle_key
     )
     select r.id, r.queue, r.priority, r.seq, o.key_1, o.room_1, o.key_2, o.room_2, r.throttle_key, o.tokens
     from open_lanes o, lateral (
       (select id, queue, priority, seq, o.throttle_key ${WAITING} and (o.throttle_key is null or started_at is null)
        ${IN_ORDER}, o.tokens, ${MOST_PER_LANE})))
       union all
       (select id, queue, priority, seq, null ${WAITING} and o.throttle_key is not null and started_at is not null
        ${IN_ORDER}, ${MOST_PER_LANE})))) r`,
    [[...new Set(lanes.map(({ id }) => id))]],
    "local_runtime_candidates",
  );
  const admitted = chooseAdmitted(rows.map(toCandidate));
  if (admitted.length === 0) return;
  const keys = admitted.flatMap((run) => run.keys.map(({ key }) => key));
  const throttles = new Set(rows.flatMap((row) => row.throttle_key ?? []));
  await holdSlots(
    sql,
    keys.filter((key) => !throttles.has(key)),
  );
  await spendTokens(
    sql,
    keys.filter((key) => throttles.has(key)),
  );
  await sql.query(
    "update local_runtime.runs set status = 'queued', holds_slot = true where id = any($1)",
    [admitted.map((run) => run.id)],
    "local_runtime_admit",
  );
  await queue.put(sql, admitted);
}

function toCandidate(row: CandidateRow): Candidate {
  const keys = [
    { key: row.key_1, room: row.room_1 },
    { key: row.key_2, room: row.room_2 },
    { key: row.throttle_key, room: row.tokens },
  ];
  return {
    id: row.id,
    queue: row.queue,
    priority: row.priority,
    seq: Number(row.seq),
    keys: keys.flatMap(({ key, room }) => (key === null ? [] : [{ key, room: room ?? 0 }])),
  };
}

async function holdSlots(sql: Sql, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    `insert into local_runtime.slots as s (key, held)
     select key, count(*)::int from unnest($1::text[]) as k (key) group by key
     on conflict (key) do update set held = s.held + excluded.held`,
    [keys],
    "local_runtime_hold",
  );
}

/** Each start moves the moment up to which its throttle is spent, by one interval (the generic cell rate algorithm). */
async function spendTokens(sql: Sql, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await sql.query(
    `insert into local_runtime.throttles as t (key, spent_until)
     select key, ${NOW_MS} + n * every from (select key, count(*) as n from unnest($1::text[]) as k (key) group by key) s,
       lateral (select throttle_every as every from local_runtime.lanes where throttle_key = s.key limit 1) l
     on conflict (key) do update
       set spent_until = greatest(t.spent_until, ${NOW_MS}) + (excluded.spent_until - ${NOW_MS})`,
    [keys],
  );
}

/** Waits until no other transaction decides about these lanes' queues; held until this one ends. */
export async function lockAdmission(sql: Sql, lanes: readonly { readonly queue: string }[]): Promise<void> {
  for (const name of [...new Set(lanes.map(({ queue }) => queue))].sort()) {
    await sql.query(
      "select pg_advisory_xact_lock($1, hashtext($2))",
      [ADMISSION_LOCK, name],
      "local_runtime_admission",
    );
  }
}
