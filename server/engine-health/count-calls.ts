import { sql } from "drizzle-orm";
import { withoutTenant } from "@/db/tenant";
import { logger } from "@/server/kernel/logger";
import { ok, type Result } from "@/server/kernel/result";
import type { CallOutcome } from "./call-outcome";
import { LATENCY_BOUNDS, latencyPlace } from "./latency-bounds";

interface Counts {
  answered: number;
  fault: number;
  limited: number;
  refused: number;
  readonly latency: number[];
}

const REMEMBERED_SECONDS = 5;
const FLUSH_MS = 3_000;

let counted = new Map<string, Counts>();
const answered = new Map<string, { second: number; calls: number }[]>();
let timer: NodeJS.Timeout | null = null;

/** Counts a call that ended, in this process; the counts are added to the database's every few seconds. */
export function countCall(engineId: string, outcome: CallOutcome, latencyMs: number | null): void {
  if (outcome === "nothing") return;
  const counts = counted.get(engineId) ?? noCounts();
  counted.set(engineId, counts);
  counts[outcome] += 1;
  if (outcome === "answered") rememberAnswered(engineId);
  const place = latencyMs === null ? null : latencyPlace(latencyMs);
  if (place !== null) counts.latency[place] = (counts.latency[place] ?? 0) + 1;
  timer ??= setTimeout(() => void flushCounts(), FLUSH_MS).unref();
}

/**
 * How many calls of the engine this process saw answered since it was last asked, in the last few seconds: what was
 * answered before that says nothing of an engine that has just gone down.
 */
export function answeredSinceReport(engineId: string): number {
  const since = recentlyAnswered(engineId).reduce((sum, { calls }) => sum + calls, 0);
  answered.delete(engineId);
  return since;
}

function rememberAnswered(engineId: string): void {
  const recent = recentlyAnswered(engineId);
  const second = Math.floor(performance.now() / 1_000);
  const last = recent.at(-1);
  if (last?.second === second) last.calls += 1;
  else answered.set(engineId, [...recent, { second, calls: 1 }]);
}

function recentlyAnswered(engineId: string): { second: number; calls: number }[] {
  const oldest = Math.floor(performance.now() / 1_000) - REMEMBERED_SECONDS;
  return (answered.get(engineId) ?? []).filter(({ second }) => second >= oldest);
}

/** Adds what was counted to the minute that it is now. What can't be added is lost: it is a picture, not an account. */
export async function flushCounts(): Promise<void> {
  if (timer) clearTimeout(timer);
  timer = null;
  const batch = counted;
  counted = new Map();
  try {
    const added = batch.size === 0 ? ok(undefined) : await addCounts(batch);
    if (!added.ok) logger.debug({ code: added.error.code }, "calls of engines could not be counted");
  } catch (error) {
    logger.debug({ err: error }, "calls of engines could not be counted");
  }
}

function addCounts(batch: ReadonlyMap<string, Counts>): Promise<Result<void>> {
  const rows = [...batch]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([engine_id, { fault: faults, ...counts }]) => ({ engine_id, faults, ...counts }));
  return withoutTenant(async (tx) => {
    await tx.execute(sql`
      insert into ops.engine_minute as m (engine_id, minute, answered, faults, limited, refused, latency)
      select engine_id, date_trunc('minute', clock_timestamp()), answered, faults, limited, refused, latency
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as c(engine_id text, answered int, faults int, limited int, refused int, latency int[])
      on conflict (minute, engine_id) do update set answered = m.answered + excluded.answered,
        faults = m.faults + excluded.faults, limited = m.limited + excluded.limited,
        refused = m.refused + excluded.refused,
        latency = (select array_agg(coalesce(a, 0) + coalesce(b, 0) order by place)
                   from unnest(m.latency, excluded.latency) with ordinality as each(a, b, place))`);
    return ok(undefined);
  });
}

function noCounts(): Counts {
  return { answered: 0, fault: 0, limited: 0, refused: 0, latency: LATENCY_BOUNDS.map(() => 0).concat(0) };
}
