import type { CaseOutcome } from "./run-conformance";

const MARK = { passed: "pass", failed: "FAIL", "not applicable": "n/a" } as const;

/** The outcomes as a table in plain text, what failed spelt out below its row, and a line that counts them. */
export function conformanceReport(outcomes: readonly CaseOutcome[]): string {
  const widest = (pick: (outcome: CaseOutcome) => string) =>
    Math.max(...outcomes.map((outcome) => pick(outcome).length));
  const [theme, name] = [widest((outcome) => outcome.theme), widest((outcome) => outcome.name)];
  const rows = outcomes.flatMap((outcome) => [
    `${MARK[outcome.verdict].padEnd(4)}  ${outcome.theme.padEnd(theme)}  ${outcome.name.padEnd(name)}  ${outcome.says}`,
    ...(outcome.verdict === "failed"
      ? [`      expected ${outcome.expected}`, `      seen     ${outcome.seen}`]
      : []),
  ]);
  const count = (verdict: CaseOutcome["verdict"]) =>
    outcomes.filter((outcome) => outcome.verdict === verdict).length;
  const skipped = count("not applicable");
  return [
    ...rows,
    `${count("passed")} of ${outcomes.length - skipped} cases passed${skipped > 0 ? `, ${skipped} not applicable` : ""}`,
  ].join("\n");
}
