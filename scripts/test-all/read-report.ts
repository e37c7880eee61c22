import { z } from "zod";

/** What a suite's JSON report says. A file that could not even be loaded counts as one failed test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
});

export function readVitestReport(json: string): Counts {
  const report = VitestReport.parse(JSON.parse(json));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** A flaky test (one that passed on a retry) failed: a promise that holds sometimes is none. */
export function readPlaywrightReport(json: string): Counts {
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(json));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * What a suite that ended with `exitCode` counts for: no report, no test that ran, and a bad exit code without a failed
 * test are each a failure more.
 */
export function judgeSuite(report: Counts | undefined, exitCode: number | null): Counts {
  const counts = report ?? { passed: 0, failed: 0, skipped: 0 };
  const crashed = counts.failed === 0 && (report === undefined || exitCode !== 0 || counts.passed === 0);
  return crashed ? { ...counts, failed: 1 } : counts;
}
