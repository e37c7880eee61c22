import { findEngine } from "@/server/engines";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { MarginInput, type MarginReportDto, type Payer } from "./contract";
import { assumedCreditUsd } from "./credit-worth";
import type { Operator } from "./enter-operations";
import { marginByDay, marginByEngine, marginOf } from "./margin";
import { readCosts } from "./read-costs";

const PAYERS: readonly Payer[] = ["platform", "own_key", "sandbox"];

/**
 * What the runs that ended in a month cost us and brought in, by engine and by day; this month unless another is named.
 * Counted when a run ends: what is being asked now isn't in it yet.
 */
export async function getMarginReport(
  _operator: Operator,
  input: MarginInput,
  now = new Date(),
): Promise<Result<MarginReportDto>> {
  const parsed = parseInput(MarginInput, input);
  if (!parsed.ok) return parsed;
  const { month = now.toISOString().slice(0, 7), payer } = parsed.value;
  const assumed = assumedCreditUsd();
  const creditUsd = parsed.value.creditUsd ?? assumed;
  const creditMicros = creditUsd * 1_000_000;
  const costs = await readCosts(month);
  if (!costs.ok) return costs;
  const rows = costs.value.filter((row) => row.payer === payer);
  return ok({
    month,
    payer,
    payers: PAYERS.filter((each) => costs.value.some((row) => row.payer === each)),
    creditUsd,
    assumedCreditUsd: assumed,
    engines: marginByEngine(rows, creditMicros, (id) => findEngine(id)?.label ?? id),
    days: marginByDay(rows, creditMicros),
    total: marginOf(rows, creditMicros),
  });
}
