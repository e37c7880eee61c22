import { z } from "zod";

/** What a suite's JSON report says. A file that could not even be loaded counts as one failed test. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** A line for each failed test: its file and its name. */
  readonly failures: readonly string[];
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

const PlaywrightSuite = z.object({
  title: z.string(),
  specs: z.array(z.object({ title: z.string(), ok: z.boolean() })),
  get suites() {
    return z.array(PlaywrightSuite).optional();
  },
});

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
  suites: z.array(PlaywrightSuite),
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
    failures: [
      ...brokenFiles.map(({ name }) => name),
      ...report.testResults.flatMap(({ name, assertionResults }) =>
        assertionResults
          .filter(({ status }) => status === "failed")
          .map(({ fullName }) => `${name}: ${fullName}`),
      ),
    ],
  };
}

/** A flaky test (one that passed on a retry) failed: a promise that holds sometimes is none. */
export function readPlaywrightReport(json: string): Counts {
  const { stats, errors, suites } = PlaywrightReport.parse(JSON.parse(json));
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    failures: suites.flatMap((suite) => failuresIn(suite, [])),
  };
}

function failuresIn(suite: z.infer<typeof PlaywrightSuite>, above: readonly string[]): string[] {
  const within = [...above, suite.title];
  return [
    ...suite.specs.filter(({ ok }) => !ok).map(({ title }) => [...within, title].join(" › ")),
    ...(suite.suites ?? []).flatMap((each) => failuresIn(each, within)),
  ];
}

/**
 * What a suite that ended with `exitCode` counts for: no report, no test that ran, and a bad exit code without a failed
 * test are each a failure more.
 */
export function judgeSuite(report: Counts | undefined, exitCode: number | null): Counts {
  const counts = report ?? { passed: 0, failed: 0, skipped: 0, failures: [] };
  const crashed = counts.failed === 0 && (report === undefined || exitCode !== 0 || counts.passed === 0);
  return crashed ? { ...counts, failed: 1 } : counts;
}
