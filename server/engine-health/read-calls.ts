import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { CallCounts, CallsOfPeriod } from "./contract";
import { latencyQuantile } from "./latency-quantile";

const HOURS = 24;

/** What calls of an engine came to in the last hour and the last day. */
export interface RecentCalls {
  readonly hour: CallsOfPeriod;
  readonly day: CallsOfPeriod;
  /** From the oldest to the latest, which is the hour up to now; also hours in which nobody called. */
  readonly hours: readonly (CallCounts & { readonly hoursAgo: number })[];
}

interface HourOfCalls extends CallCounts {
  readonly hoursAgo: number;
  readonly latency: readonly number[];
}

interface HourRow extends Record<string, unknown>, HourOfCalls {
  readonly engineId: string;
}

const NOTHING: CallCounts = { answered: 0, faults: 0, limited: 0, refused: 0 };

/** Of every engine that was called in the last day, by its id. Minutes count by where they begin. */
export async function readCalls(tx: Database): Promise<ReadonlyMap<string, RecentCalls>> {
  const { rows } = await tx.execute<HourRow>(sql`
    with minutes as (
      select engine_id, answered, faults, limited, refused, latency,
        floor(extract(epoch from clock_timestamp() - minute) / 3600)::int as hours_ago
      from ops.engine_minute where minute > clock_timestamp() - make_interval(hours => ${HOURS})
    ), placed as (
      select engine_id, hours_ago, place, sum(calls)::int as calls
      from minutes, unnest(latency) with ordinality as l(calls, place) group by 1, 2, 3
    ), latencies as (
      select engine_id, hours_ago, array_agg(calls order by place) as latency from placed group by 1, 2
    )
    select m.engine_id as "engineId", m.hours_ago as "hoursAgo", sum(answered)::int as answered,
      sum(faults)::int as faults, sum(limited)::int as limited, sum(refused)::int as refused, l.latency
    from minutes m join latencies l using (engine_id, hours_ago)
    group by m.engine_id, m.hours_ago, l.latency`);
  const byEngine = Map.groupBy(rows, ({ engineId }) => engineId);
  return new Map([...byEngine].map(([engineId, own]) => [engineId, recentCalls(own)]));
}

/** The same for an engine that nobody called. */
export function noCalls(): RecentCalls {
  return recentCalls([]);
}

/** `rows`: the hours in which somebody called, in any order. */
function recentCalls(rows: readonly HourOfCalls[]): RecentCalls {
  const hours = Array.from({ length: HOURS }, (_, index) => {
    const hoursAgo = HOURS - 1 - index;
    const { answered, faults, limited, refused } = rows.find((row) => row.hoursAgo === hoursAgo) ?? NOTHING;
    return { hoursAgo, answered, faults, limited, refused };
  });
  const ofHour = rows.filter(({ hoursAgo }) => hoursAgo === 0);
  return { hour: periodOf(ofHour), day: periodOf(rows), hours };
}

function periodOf(rows: readonly HourOfCalls[]): CallsOfPeriod {
  const sum = (key: keyof CallCounts) => rows.reduce((total, row) => total + row[key], 0);
  const places = Math.max(0, ...rows.map(({ latency }) => latency.length));
  const latency = Array.from({ length: places }, (_, place) =>
    rows.reduce((total, row) => total + (row.latency[place] ?? 0), 0),
  );
  return {
    answered: sum("answered"),
    faults: sum("faults"),
    limited: sum("limited"),
    refused: sum("refused"),
    median: latencyQuantile(latency, 0.5),
    p95: latencyQuantile(latency, 0.95),
  };
}
