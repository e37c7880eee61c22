/**
 * Asks in two halves under the same conditions: those of the first, third, fifth … day with an ask, and those of the days
 * between. Nothing changed from one half to the other, so whatever a test finds between them is a false alarm.
 */
export function splitDays<Dated extends { readonly day: string }>(
  asks: readonly Dated[],
): { readonly odd: Dated[]; readonly even: Dated[] } {
  const days = [...new Set(asks.map(({ day }) => day))].sort();
  const isOdd = new Map(days.map((day, index) => [day, index % 2 === 0]));
  return {
    odd: asks.filter(({ day }) => isOdd.get(day)),
    even: asks.filter(({ day }) => !isOdd.get(day)),
  };
}
