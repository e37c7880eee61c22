import type { Sql } from "./database";
import { chooseAdmitted, type Lane } from "./lane";
import type { RunQueue } from "./queue";

/** Everything about slots is decided under this lock, one transaction at a time over all workers. */
const ADMISSION_LOCK = 7_207_002;
/** Candidates looked at for one lane in one go; the next release of a slot looks again. */
const MOST_PER_LANE = 200;

/** Makes lanes known (or takes over their new limits, after a deploy). Call before inserting runs of them. */
export async function declareLanes(sql: Sql, lanes: readonly Lane[]): Promise<void> {
  if (lanes.length === 0) return;
  await lockAdmission(sql);
  const distinct = [...new Map(lanes.map((lane) => [lane.id, lane])).values()];
  const column = <T>(pick: (lane: Lane) => T): T[] => distinct.map(pick);
  await sql.query(
    `insert into local_runtime.lanes (id, key_1, limit_1, key_2, limit_2)
     select * from unnest($1::text[], $2::text[], $3::int[], $4::text[], $5::int[])
     on conflict (id) do update set limit_1 = excluded.limit_1, limit_2 = excluded.limit_2
       where (lanes.limit_1, lanes.limit_2) is distinct from (excluded.limit_1, excluded.limit_2)`,
    [
      column((lane) => lane.id),
      column((lane) => lane.keys[0]?.key ?? ""),
      column((lane) => lane.keys[0]?.limit ?? 1),
      column((lane) => lane.keys[1]?.key ?? null),
      column((lane) => lane.keys[1]?.limit ?? null),
    ],
  );
}

/**
 * Gives back one slot of every key of each lane named (a lane once for each run that leaves it), and lets in who waits
 * for them. Lanes are given by id; an empty list does nothing.
 */
export async function releaseSlots(sql: Sql, queue: RunQueue, laneIds: readonly string[]): Promise<void> {
  if (laneIds.length === 0) return;
  await lockAdmission(sql);
  await sql.query(
    `update local_runtime.slots s set held = held - l.n
     from (select key, count(*)::int as n
           from unnest($1::text[]) as given (id) join local_runtime.lanes using (id),
                lateral (values (key_1), (key_2)) as k (key)
           where key is not null group by key) l
     where s.key = l.key`,
    [laneIds],
    "local_runtime_release",
  );
  await admitWaiting(sql, queue, laneIds);
}

interface CandidateRow {
  id: string;
  priority: number;
  seq: string;
  key_1: string;
  room_1: number;
  key_2: string | null;
  room_2: number | null;
}

/** Lets in as many waiting runs as have room, of all lanes that share a key with `laneIds`. */
export async function admitWaiting(sql: Sql, queue: RunQueue, laneIds: readonly string[]): Promise<void> {
  if (laneIds.length === 0) return;
  await lockAdmission(sql);
  const rows = await sql.query<CandidateRow>(
    `with touched as (
       select distinct key from local_runtime.lanes, lateral (values (key_1), (key_2)) as k (key)
       where id = any($1) and key is not null
     ), open_lanes as (
       select l.id, l.key_1, l.key_2, l.limit_1 - coalesce(a.held, 0) as room_1, l.limit_2 - coalesce(b.held, 0) as room_2
       from (select * from local_runtime.lanes where key_1 in (select key from touched)
             union select * from local_runtime.lanes where key_2 in (select key from touched)) l
       left join local_runtime.slots a on a.key = l.key_1
       left join local_runtime.slots b on b.key = l.key_2
     )
     select r.id, r.priority, r.seq, o.key_1, o.room_1, o.key_2, o.room_2
     from open_lanes o, lateral (
       select id, priority, seq from local_runtime.runs
       where status = 'waiting' and lane = o.id order by priority desc, seq
       limit greatest(0, least(o.room_1, o.room_2, ${MOST_PER_LANE}))) r`,
    [laneIds],
    "local_runtime_candidates",
  );
  const admitted = chooseAdmitted(
    rows.map((row) => ({
      id: row.id,
      priority: row.priority,
      seq: Number(row.seq),
      keys: [
        { key: row.key_1, room: row.room_1 },
        ...(row.key_2 === null ? [] : [{ key: row.key_2, room: row.room_2 ?? 0 }]),
      ],
    })),
  );
  if (admitted.length === 0) return;
  await sql.query(
    `insert into local_runtime.slots as s (key, held)
     select key, count(*)::int from unnest($1::text[]) as k (key) group by key
     on conflict (key) do update set held = s.held + excluded.held`,
    [admitted.flatMap((run) => run.keys.map(({ key }) => key))],
    "local_runtime_hold",
  );
  await sql.query(
    "update local_runtime.runs set status = 'queued', holds_slot = true where id = any($1)",
    [admitted.map((run) => run.id)],
    "local_runtime_admit",
  );
  await queue.put(sql, admitted);
}

/** Waits until no other transaction decides about lanes and slots; held until this one ends. */
export async function lockAdmission(sql: Sql): Promise<void> {
  await sql.query("select pg_advisory_xact_lock($1)", [ADMISSION_LOCK], "local_runtime_admission");
}
