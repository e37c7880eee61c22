// How numbers and moments look, everywhere the same. All moments are shown in UTC, which is how windows are cut.

const whole = new Intl.NumberFormat("en-GB");
// By hand: what Intl writes for a date differs between the server's and a browser's version of it ("Sep", "Sept", thin
// spaces), and then React throws the server's page away.
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

/** 18824 as "18,824". */
export function formatNumber(value: number): string {
  return whole.format(value);
}

/** An ISO moment or day as "9 Nov 2026". */
export function formatDay(iso: string): string {
  return `${formatShortDay(iso)} ${new Date(iso).getUTCFullYear()}`;
}

/** As "9 Nov". */
export function formatShortDay(iso: string): string {
  const date = new Date(iso);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
}

/** A month, "2026-11", as "Nov 2026". */
export function formatMonth(month: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** As "9 Nov 2026, 09:30". Say once on the page that it is UTC. */
export function formatMoment(iso: string): string {
  return `${formatDay(iso)}, ${new Date(iso).toISOString().slice(11, 16)}`;
}

/** A window of days from its first, as "9–15 Nov 2026" or "26 Oct – 1 Nov 2026". */
export function formatWindow({ start, days }: { start: string; days: number }): string {
  const first = new Date(`${start}T00:00:00Z`);
  const last = new Date(first.getTime() + (days - 1) * 86_400_000);
  const until = formatDay(last.toISOString());
  if (first.getUTCFullYear() !== last.getUTCFullYear()) return `${formatDay(start)} – ${until}`;
  if (first.getUTCMonth() !== last.getUTCMonth()) return `${formatShortDay(start)} – ${until}`;
  return days === 1 ? until : `${first.getUTCDate()}–${until}`;
}

const dollars = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** Millionths of a US dollar as "$1,234.56", below zero as "−$0.40". For sums; of one answer: formatCost. */
export function formatDollars(micros: number): string {
  const amount = dollars.format(Math.abs(micros) / 1_000_000);
  return micros < 0 && amount !== "0.00" ? `−$${amount}` : `$${amount}`;
}

/** Millionths of a US dollar as "$0.0123". */
export function formatCost(micros: number): string {
  return `$${(micros / 1_000_000).toFixed(4)}`;
}
