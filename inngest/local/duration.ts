const UNITS: Readonly<Record<string, number>> = {
  w: 604_800_000,
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1_000,
};

const LENGTH = /^(?:\d+[wdhms])*$/;

/** A length ("1d2h30m10s") in milliseconds. Throws on anything else. */
export function lengthOf(text: string): number {
  if (!LENGTH.test(text)) throw new Error(`"${text}" is not a length`);
  const parts = text.matchAll(/(\d+)([wdhms])/g);
  return [...parts].reduce((sum, [, n, unit]) => sum + Number(n) * (UNITS[unit ?? ""] ?? 0), 0);
}

/**
 * When a wait that starts at `now` ends. The SDK writes a moment (ISO 8601), a length ("1d2h30m10s"), or, in
 * `retry-after`, whole seconds. An empty length is over at once. Throws on anything else.
 */
export function endOfWait(text: string, now: Date): Date {
  if (/^\d+$/.test(text)) return new Date(now.getTime() + Number(text) * 1_000);
  if (LENGTH.test(text)) return new Date(now.getTime() + lengthOf(text));
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new Error(`"${text}" is neither a length nor a moment`);
  return moment;
}
