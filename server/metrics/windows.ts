import type { MetricWindow } from "./contract";

const DAY = 86_400_000;
const WINDOW_DAYS = 7;

/** The UTC day of an instant, "YYYY-MM-DD". Throws a RangeError for an invalid date. */
export function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

/** The window an observation belongs to: the ISO week of its UTC day, from Monday 00:00 UTC. */
export function windowOf(at: Date): MetricWindow {
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return { start: dayOf(new Date(at.getTime() - sinceMonday * DAY)), days: WINDOW_DAYS };
}

/** First instant of the window, and the first one after it. */
export function windowBounds(window: MetricWindow): { from: Date; until: Date } {
  const from = new Date(`${window.start}T00:00:00Z`);
  return { from, until: new Date(from.getTime() + window.days * DAY) };
}

/** Whether more answers may come into the window: its days aren't over. */
export function isOpen(window: MetricWindow, now: Date): boolean {
  return now < windowBounds(window).until;
}

/** The windows of `first` to `last`, both included, so that a week without an observation is seen as no data. */
export function windowsBetween(first: Date, last: Date): MetricWindow[] {
  const windows: MetricWindow[] = [];
  for (let window = windowOf(first); windowBounds(window).from <= last; ) {
    windows.push(window);
    window = windowOf(windowBounds(window).until);
  }
  return windows;
}

/** ISO 8601 week of a window, "2026-W03": its year is that of the week's Thursday. */
export function isoWeek(window: MetricWindow): string {
  const thursday = new Date(windowBounds(window).from.getTime() + 3 * DAY);
  const firstDay = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstDay) / DAY / WINDOW_DAYS) + 1;
  return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, "0")}`;
}
