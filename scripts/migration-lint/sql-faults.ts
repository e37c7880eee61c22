import type { Statement } from "./read-statements";
import { grantRules } from "./rules/grant-rules";
import { newTableRule, policyRules } from "./rules/policy-rules";
import type { SqlRule } from "./rules/rule";
import { runningAppRules } from "./rules/running-app-rules";
import { waiverFaults, waiversOf } from "./waivers";

/** Every rule over the syntax tree. */
export const sqlRules: readonly SqlRule[] = [...policyRules, newTableRule, ...grantRules, ...runningAppRules];

/** Rules of the trace, which sees what a migration does to tables with rows (trace-migration.ts). */
export const TRACE_RULES = ["rewrite", "long-lock"] as const;

const waivable = new Set([
  ...sqlRules.filter((rule) => rule.waivable === true).map((rule) => rule.id),
  ...TRACE_RULES,
]);

/**
 * What the statements of one migration do against the rules, as `line: rule: why`, less what the file sets aside with a
 * reason; and what is wrong with those reasons. The catalog test looks at the result, this at the way there.
 */
export function sqlFaults(file: readonly Statement[], rules: readonly SqlRule[] = sqlRules): string[] {
  const faults = file.flatMap((statement) => {
    const waived = new Set(waiversOf(statement).map(({ rule }) => rule));
    return rules
      .filter((rule) => rule.breaks(statement, file) && !(rule.waivable && waived.has(rule.id)))
      .map(({ id, why }) => `line ${statement.line}: ${id}: ${why}`);
  });
  // What the trace's waivers are good for is seen on a database alone.
  const breaks = (statement: Statement, id: string) =>
    rules.find((rule) => rule.id === id)?.breaks(statement, file) ?? true;
  return [...faults, ...waiverFaults(file, waivable, breaks)];
}
