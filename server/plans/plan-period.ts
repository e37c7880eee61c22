/** A month of a plan: its name in keys, and the first moment that is no longer in it. */
export interface PlanPeriod {
  /** `2026-11`. */
  readonly period: string;
  readonly endsAt: Date;
}

/** The UTC month of a moment. */
export function planPeriodOf(moment: Date): PlanPeriod {
  const [year, month] = [moment.getUTCFullYear(), moment.getUTCMonth()];
  return { period: moment.toISOString().slice(0, 7), endsAt: new Date(Date.UTC(year, month + 1, 1)) };
}
