import { type Counts, readPlaywrightReport, readVitestReport } from "./read-report";

export interface Suite {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly report: string;
  readonly read: (json: string) => Counts;
}

/** The suites after `verify`: lanes side by side, each lane in order. Each suite writes its JSON report into `folder`. */
export function lanesIn(folder: string): Suite[][] {
  const vitest = (project: string): Suite => ({
    name: project,
    command: "vitest",
    args: [
      "run",
      "--project",
      project,
      "--reporter=dot",
      "--reporter=json",
      `--outputFile.json=${folder}/${project}.json`,
    ],
    env: {},
    report: `${folder}/${project}.json`,
    read: readVitestReport,
  });
  const browser: Suite = {
    name: "e2e",
    command: "playwright",
    args: ["test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: `${folder}/e2e.json` },
    report: `${folder}/e2e.json`,
    read: readPlaywrightReport,
  };
  return [[vitest("unit"), vitest("db"), vitest("db-neon")], [browser]];
}
