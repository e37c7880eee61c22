// Everything: verify, then the end-to-end tests beside unit tests and database tests through both drivers, since each
// leaves a part of two cores idle. A failing suite doesn't stop the next one. The last line is "N passed, N failed"; the
// exit code is 0 only when nothing failed.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Counts } from "./test-all/read-report";
import { runSuite } from "./test-all/run-suite";
import { lanesIn } from "./test-all/suites";
import { PARTS } from "./verify/parts";
import { describePart, runParts } from "./verify/run-parts";

const rows: (Counts & { name: string; seconds: number })[] = [];
const timed = async (name: string, work: () => Promise<Counts>) => {
  console.log(`\n=== ${name}`);
  const started = performance.now();
  const counts = await work();
  rows.push({ name, ...counts, seconds: (performance.now() - started) / 1000 });
};

const folder = await mkdtemp(join(tmpdir(), "citestreak-reports-"));
try {
  await timed("verify", async () => {
    const outcomes = await runParts(PARTS, 2, (outcome) => console.log(describePart(outcome)));
    const failures = outcomes.filter((outcome) => !outcome.passed).map(describePart);
    return { passed: outcomes.length - failures.length, failed: failures.length, skipped: 0, failures };
  });
  await Promise.all(
    lanesIn(folder).map(async (suites) => {
      for (const suite of suites) await timed(suite.name, () => runSuite(suite));
    }),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}

const failures = rows.flatMap(({ name, failures }) => failures.map((failure) => `${name}: ${failure}`));
if (failures.length > 0) console.log(`\nFailed:\n${failures.join("\n")}`);
console.log(
  `\n${"suite".padEnd(10)}${["passed", "failed", "skipped", "seconds"].map((title) => title.padStart(9)).join("")}`,
);
for (const { name, passed, failed, skipped, seconds } of rows)
  console.log(
    name.padEnd(10) +
      [passed, failed, skipped, seconds.toFixed(1)].map((cell) => String(cell).padStart(9)).join(""),
  );
const sum = (key: "passed" | "failed") => rows.reduce((total, row) => total + row[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exitCode = sum("failed") === 0 ? 0 : 1;
