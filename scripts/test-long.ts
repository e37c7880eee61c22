// The tests at the numbers that the promises name (millions where `npm test` runs thousands); what can't be long runs as
// it always does. Without arguments everything runs, benchmarks included, and docs/reliability.md is written anew from what
// was measured. Arguments are vitest's, for a part: `npm run test:long -- server/credits`. SEED=123 runs a random test again.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLongSuites } from "./test-long/run-long-suites";
import { writeReliability } from "./test-long/write-reliability";

const paths = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "citestreak-long-"));
const report = join(folder, "measured.jsonl");
try {
  await writeFile(report, "");
  const failed = await runLongSuites(paths, report);
  if (paths.length === 0 && failed.length === 0) await writeReliability(await readFile(report, "utf8"));
  for (const name of failed) console.error(`failed: ${name}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
