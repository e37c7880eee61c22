import { csvFile } from "@/server/exports";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { MarginInput } from "./contract";
import { assumedCreditUsd } from "./credit-worth";
import type { Operator } from "./enter-operations";
import { marginOf } from "./margin";
import { readCosts } from "./read-costs";

const COLUMNS = [
  "day",
  "engine_id",
  "price_version",
  "payer",
  "answers",
  "calls_of_unknown_cost",
  "credits",
  "known_cost_micros",
  "estimate_micros_per_answer",
  "cost_micros",
  "credit_usd",
  "revenue_micros",
  "margin_micros",
] as const;

/** The month of the margin report as CSV: a row for each day, engine, price version and payer, as it stands counted. */
export async function exportMargin(
  _operator: Operator,
  input: MarginInput,
  now = new Date(),
): Promise<Result<{ fileName: string; csv: string }>> {
  const parsed = parseInput(MarginInput, input);
  if (!parsed.ok) return parsed;
  const { month = now.toISOString().slice(0, 7), creditUsd = assumedCreditUsd() } = parsed.value;
  const costs = await readCosts(month);
  if (!costs.ok) return costs;
  const rows = costs.value.map((row) => {
    const { costMicros, revenueMicros, marginMicros } = marginOf([row], creditUsd * 1_000_000);
    return [
      row.day,
      row.engineId,
      row.priceVersion,
      row.payer,
      row.answers,
      row.uncosted,
      row.credits,
      row.costMicros,
      row.estimateMicros,
      costMicros,
      creditUsd,
      revenueMicros,
      marginMicros,
    ];
  });
  return ok({ fileName: `citestreak-margin-${month}.csv`, csv: csvFile([COLUMNS, ...rows]) });
}
