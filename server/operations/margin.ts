import type { EngineMarginDto, MarginDto, Payer } from "./contract";

/** What stands counted of one UTC day, engine, price version and payer. */
export interface CountedCosts {
  readonly day: string;
  readonly engineId: string;
  readonly priceVersion: number;
  readonly payer: Payer;
  readonly answers: number;
  readonly uncosted: number;
  readonly credits: number;
  readonly costMicros: number;
  /** Of the price version, an answer; null where it doesn't say. */
  readonly estimateMicros: number | null;
}

/**
 * The margin of these rows, a credit taken to bring in `creditMicros`. A call of unknown cost counts with the estimate of its
 * version, as it does against the daily ceiling. What a customer's own account paid costs us nothing.
 */
export function marginOf(rows: readonly CountedCosts[], creditMicros: number): MarginDto {
  const sum = (value: (row: CountedCosts) => number) => rows.reduce((total, row) => total + value(row), 0);
  const costMicros = sum((row) =>
    row.payer === "own_key" ? 0 : row.costMicros + row.uncosted * (row.estimateMicros ?? 0),
  );
  const [answers, credits] = [sum((row) => row.answers), sum((row) => row.credits)];
  const revenueMicros = Math.round(credits * creditMicros);
  const marginMicros = revenueMicros - costMicros;
  return {
    answers,
    credits,
    knownCostMicros: sum((row) => row.costMicros),
    uncosted: sum((row) => row.uncosted),
    costMicros,
    expectedMicros: rows.some(({ estimateMicros }) => estimateMicros === null)
      ? null
      : sum((row) => row.answers * (row.estimateMicros ?? 0)),
    costPerAnswerMicros: answers === 0 ? null : Math.round(costMicros / answers),
    revenueMicros,
    marginMicros,
    marginShare: revenueMicros === 0 ? null : marginMicros / revenueMicros,
  };
}

/** By engine, the most expensive first. `labelOf` names an engine, which may have left the registry. */
export function marginByEngine(
  rows: readonly CountedCosts[],
  creditMicros: number,
  labelOf: (engineId: string) => string,
): EngineMarginDto[] {
  return [...Map.groupBy(rows, ({ engineId }) => engineId)]
    .map(([engineId, own]) => ({
      engineId,
      label: labelOf(engineId),
      priceVersions: [...new Set(own.map(({ priceVersion }) => priceVersion))].toSorted((a, b) => a - b),
      ...marginOf(own, creditMicros),
    }))
    .toSorted((a, b) => b.costMicros - a.costMicros || a.label.localeCompare(b.label));
}

/** By UTC day, latest first. */
export function marginByDay(rows: readonly CountedCosts[], creditMicros: number) {
  return [...Map.groupBy(rows, ({ day }) => day)]
    .map(([day, own]) => ({ day, ...marginOf(own, creditMicros) }))
    .toSorted((a, b) => b.day.localeCompare(a.day));
}
