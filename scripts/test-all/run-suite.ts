import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { type Counts, judgeSuite } from "./read-report";
import type { Suite } from "./suites";

/** Runs one suite with its output on ours, and counts. Never throws: what can't be started or read has failed. */
export async function runSuite(suite: Suite): Promise<Counts> {
  const exitCode = await new Promise<number | null>((resolve) => {
    const child = spawn(suite.command, suite.args, {
      stdio: "inherit",
      env: { ...process.env, ...suite.env },
    });
    child.once("error", (error) => {
      console.error(`${suite.name}: ${error.message}`);
      resolve(null);
    });
    child.once("exit", resolve);
  });
  return judgeSuite(await readCounts(suite), exitCode);
}

async function readCounts(suite: Suite): Promise<Counts | undefined> {
  try {
    return suite.read(await readFile(suite.report, "utf8"));
  } catch (error) {
    console.error(`${suite.name}: no report (${error instanceof Error ? error.message : String(error)})`);
    return undefined;
  }
}
