import { type SQL, sql } from "drizzle-orm";

/** The instant as ISO text in UTC with Postgres' own precision: a Date would drop the microseconds that keys end on. */
export function isoUtc(instant: SQL): SQL {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
