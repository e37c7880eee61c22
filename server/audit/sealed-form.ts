import { type SQL, sql } from "drizzle-orm";

/** A moment in UTC to the microsecond, whatever the session's time zone and the driver. */
const moment = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`;

const sha256 = (text: SQL) => sql`encode(sha256(convert_to(${text}, 'UTF8')), 'hex')`;

/**
 * Every column of an audit row named `a`, as one line of JSON: the only form that is ever hashed. The JSON columns go in
 * as text, so that an absent one differs from null.
 */
const row = sql`jsonb_build_array(a.org_id, a.id, a.actor, a.action, a.subject_type, a.subject_id, a.detail::text,
  a.before::text, a.after::text, a.request_id, ${moment(sql`a.created_at`)})::text`;

/** An aggregate over audit rows named `a`: SHA-256 of their lines in the order of their ids, hex. */
export const rowsHash = sha256(sql`coalesce(string_agg(${row}, E'\n' order by a.id), '')`);

/** SHA-256 of every other column of a seal named `s`, hex. Through `prev_hash` it stands for all seals before. */
export const sealHash =
  sha256(sql`jsonb_build_array(s.org_id, s.seq, s.from_id, s.upto_id, s.rows, s.rows_hash,
  s.prev_hash, ${moment(sql`s.created_at`)})::text`);

/** Where the first seal begins: a bigint as text, at or below every id that a row can be given. */
export const LOWEST_ID = "-9223372036854775808";
