// How numbers and moments look, everywhere the same. All moments are shown in UTC, which is how windows are cut.

const whole = new Intl.NumberFormat("en-GB");
const day = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const shortDay = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  timeZone: "UTC",
});

/** 18824 as "18,824". */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** An ISO moment or day as "9 Nov 2026". */
export function formatDay(iso: string): string {
  return day.format(new Date(iso));
}

/** As "9 Nov". */
export function formatShortDay(iso: string): string {
  return shortDay.format(new Date(iso));
}

/** As "9 Nov 2026, 09:30". Say once on the page that it is UTC. */
export function formatMoment(iso: string): string {
  return moment.format(new Date(iso));
}

/** A window of days from its first, as "9–15 Nov 2026" or "26 Oct – 1 Nov 2026". */
export function formatWindow({ start, days }: { start: string; days: number }): string {
  const first = new Date(`${start}T00:00:00Z`);
  return day.formatRange(first, new Date(first.getTime() + (days - 1) * 86_400_000));
}

/** Millionths of a US dollar as "$0.0123". */
export function formatCost(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(4)}`;
}
