import { createHash } from "node:crypto";
import { Temporal } from "temporal-polyfill";

/** On which days of the week, and when on them, by the clocks of one place. */
export interface Cadence {
  /** ISO weekdays, 1 for Monday to 7 for Sunday, at least one. */
  readonly days: readonly number[];
  /** HH:MM; null for another minute each day, drawn over the whole day. */
  readonly time: string | null;
  /** IANA name. */
  readonly timeZone: string;
}

/** One planned run: the local day that it stands for, and the moment. */
export interface Occurrence {
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly at: Date;
}

/** A skipped day (Samoa's 30 December 2011) and a week of others between two chosen ones. */
const DAYS_AHEAD = 15;

/**
 * The first occurrence after the moment `after` and on a later day than `doneThrough` (YYYY-MM-DD), so that a changed time
 * never gives a day two. Each chosen local day has exactly one, whatever its clocks do: a time that they jump over comes as
 * much later, one that they show twice is the first. `seed` says which minutes are drawn where none is named.
 */
export function nextOccurrence(
  cadence: Cadence,
  { seed, after, doneThrough = null }: { seed: string; after: Date; doneThrough?: string | null },
): Occurrence {
  const from = Temporal.Instant.fromEpochMilliseconds(after.getTime());
  const today = from.toZonedDateTimeISO(cadence.timeZone).toPlainDate();
  for (let ahead = 0; ahead < DAYS_AHEAD; ahead += 1) {
    const day = today.add({ days: ahead });
    if (!cadence.days.includes(day.dayOfWeek)) continue;
    if (doneThrough !== null && day.toString() <= doneThrough) continue;
    const at = momentOn(day, cadence, seed);
    if (at && at.epochMilliseconds > after.getTime())
      return { day: day.toString(), at: new Date(at.epochMilliseconds) };
  }
  throw new Error(`no day of ${cadence.days} within ${DAYS_AHEAD} days of ${today}`);
}

/** Undefined for a day that the place never had. */
function momentOn(
  day: Temporal.PlainDate,
  { time, timeZone }: Cadence,
  seed: string,
): Temporal.Instant | undefined {
  const start = day.toZonedDateTime({ timeZone });
  if (!start.toPlainDate().equals(day)) return undefined;
  if (time !== null)
    return day.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) }).toInstant();
  const minutes = start.until(day.add({ days: 1 }).toZonedDateTime({ timeZone })).total("minutes");
  return start.add({ minutes: Math.floor(drawn(`${seed}:${day}`) * minutes) }).toInstant();
}

/** From 0 to below 1, the same for the same text. */
function drawn(text: string): number {
  return createHash("sha256").update(text).digest().readUInt32BE(0) / 2 ** 32;
}

/** Whether `name` is a time zone that clocks can be read in: an IANA name, not an offset. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(name)) return false;
  try {
    Temporal.Now.zonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}
