/** How long, as a choice: "For good", "For 1 year", "For 90 days". */
export function keptFor(days: number | null): string {
  if (days === null) return "For good";
  if (days % 365 !== 0) return `For ${days} days`;
  return days === 365 ? "For 1 year" : `For ${days / 365} years`;
}
