import { describe, expect, it } from "vitest";
import { judgeSuite, readPlaywrightReport, readVitestReport } from "./read-report";

const vitest = (over: object) =>
  JSON.stringify({
    numPassedTests: 3,
    numFailedTests: 0,
    numPendingTests: 1,
    numTodoTests: 0,
    testResults: [],
    ...over,
  });
const playwright = (stats: object, errors: unknown[] = [], suites: unknown[] = []) =>
  JSON.stringify({ stats: { expected: 4, unexpected: 0, flaky: 0, skipped: 0, ...stats }, errors, suites });

describe("counting tests", () => {
  it("takes what vitest reports", () => {
    expect(readVitestReport(vitest({}))).toEqual({ passed: 3, failed: 0, skipped: 1, failures: [] });
    expect(readVitestReport(vitest({ numFailedTests: 2 })).failed).toBe(2);
  });

  it("counts a test file that could not be loaded as a failure", () => {
    const testResults = [{ name: "a.test.ts", status: "failed", assertionResults: [] }];
    expect(readVitestReport(vitest({ testResults }))).toMatchObject({ failed: 1, failures: ["a.test.ts"] });
  });

  it("doesn't count a file twice whose failed tests are counted", () => {
    const assertionResults = [
      { status: "failed", fullName: "a promise is kept" },
      { status: "passed", fullName: "another is" },
    ];
    const testResults = [{ name: "a.test.ts", status: "failed", assertionResults }];
    expect(readVitestReport(vitest({ numFailedTests: 1, testResults }))).toMatchObject({
      failed: 1,
      failures: ["a.test.ts: a promise is kept"],
    });
  });

  it("names failed end-to-end tests, however deep their suites", () => {
    const specs = [
      { title: "looks as it did", ok: false },
      { title: "opens", ok: true },
    ];
    const suites = [{ title: "a.e2e.ts", specs: [], suites: [{ title: "home", specs }] }];
    expect(readPlaywrightReport(playwright({ unexpected: 1 }, [], suites)).failures).toEqual([
      "a.e2e.ts › home › looks as it did",
    ]);
  });

  it("counts a flaky end-to-end test, and an error outside tests, as failures", () => {
    expect(readPlaywrightReport(playwright({}))).toEqual({
      passed: 4,
      failed: 0,
      skipped: 0,
      failures: [],
    });
    expect(readPlaywrightReport(playwright({ flaky: 1 })).failed).toBe(1);
    expect(readPlaywrightReport(playwright({}, [{ message: "no browser" }])).failed).toBe(1);
  });
});

describe("a suite fails", () => {
  const passed = { passed: 3, failed: 0, skipped: 0, failures: [] };
  it.each([
    ["without a report", undefined, 0],
    ["that ran no test", { passed: 0, failed: 0, skipped: 5, failures: [] }, 0],
    ["with a bad exit code though no test failed", passed, 1],
    ["that was killed", passed, null],
  ])("%s", (_, report, exitCode) => {
    expect(judgeSuite(report, exitCode).failed).toBe(1);
  });

  it("never when it ended well with a test that passed", () => {
    expect(judgeSuite(passed, 0)).toEqual(passed);
  });
});
