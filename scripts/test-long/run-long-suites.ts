import { spawnSync } from "node:child_process";
import { type ReliabilityPromise, writeMeasured } from "@/db/testing/reliability-report";

/** Benchmarks whose figures stand beside a promise, each with what it ends with on its last lines. */
const BENCHMARKS: readonly { readonly file: string; readonly promise: ReliabilityPromise }[] = [
  { file: "bench/balance.ts", promise: "ledger" },
  { file: "bench/separate-queue.ts", promise: "runtime" },
];

/**
 * Runs the long tests, those of `paths` alone where some are named, and otherwise the faults of a database under load, the
 * renderings and the benchmarks, too. What is measured is appended to `report`. Returns the names of what failed.
 */
export async function runLongSuites(paths: readonly string[], report: string): Promise<string[]> {
  const env = { ...process.env, LONG_RUN: "1", RELIABILITY_REPORT: report };
  const failed: string[] = [];
  const run = (name: string, command: string, args: readonly string[]) => {
    const { status } = spawnSync(command, args, { stdio: "inherit", env });
    if (status !== 0) failed.push(name);
  };
  run("tests", "vitest", ["run", "--project", "unit", "--project", "db", ...paths]);
  if (paths.length > 0) return failed;
  run("database faults", "playwright", ["test", "--project", "faults"]);
  run("renderings", "playwright", ["test", "e2e/visual/harness.e2e.ts"]);
  for (const { file, promise } of BENCHMARKS) {
    const { status, stdout } = spawnSync(process.execPath, ["--import", "tsx", file], {
      stdio: ["ignore", "pipe", "inherit"],
      encoding: "utf8",
      env,
    });
    process.stdout.write(stdout);
    if (status !== 0) failed.push(file);
    for (const line of stdout.split("\n").filter((text) => text.trim() !== ""))
      writeMeasured(report, promise, `${file}: ${line.trim()}`);
  }
  return failed;
}
