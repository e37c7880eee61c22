import type { ScheduleDto } from "@/server/schedules/contract";

/** By ISO number, Monday first. */
export const WEEKDAYS = [
  { day: 1, short: "Mon", label: "Monday" },
  { day: 2, short: "Tue", label: "Tuesday" },
  { day: 3, short: "Wed", label: "Wednesday" },
  { day: 4, short: "Thu", label: "Thursday" },
  { day: 5, short: "Fri", label: "Friday" },
  { day: 6, short: "Sat", label: "Saturday" },
  { day: 7, short: "Sun", label: "Sunday" },
] as const;

const WORKDAYS = "1,2,3,4,5";

/** "Every day at 09:00", "Monday and Thursday, at a random minute". */
export function cadenceWords({ days, time }: Pick<ScheduleDto, "days" | "time">): string {
  return `${daysWords(days)}${time === null ? ", at a random minute" : ` at ${time}`}`;
}

function daysWords(days: readonly number[]): string {
  if (days.length === WEEKDAYS.length) return "Every day";
  if (days.join() === WORKDAYS) return "Monday to Friday";
  const chosen = WEEKDAYS.filter(({ day }) => days.includes(day));
  const [only] = chosen;
  if (only && chosen.length === 1) return `Every ${only.label}`;
  return new Intl.ListFormat("en-GB").format(chosen.map(({ short }) => short));
}

/** A moment by the clocks of a place: "Fri 27 Nov 2026, 09:15". */
export function localMoment(moment: string, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
  }).format(new Date(moment));
}

/** "27 Nov 2026" */
export function dayWords(moment: string): string {
  return new Intl.DateTimeFormat("en-GB", { timeZone: "UTC", dateStyle: "medium" }).format(new Date(moment));
}
