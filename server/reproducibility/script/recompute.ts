// The script of a bundle: checks the files that lie beside it against their hashes and computes every number again. Ends with
// exit code 1 where anything differs. What it is built of is the product's own code, so that the last digit agrees.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { type BundleReport, OUTCOMES_FILE, REPORT_FILE, SUMS_FILE } from "../bundle-report";
import { readOutcome } from "../outcome-columns";
import { recomputeSeries } from "../recompute-series";

const folder = dirname(fileURLToPath(import.meta.url));
const bytesOf = (file: string) => readFileSync(join(folder, file));
const say = (line: string) => process.stdout.write(`${line}\n`);

let faults = 0;
for (const line of bytesOf(SUMS_FILE).toString().trim().split("\n")) {
  const [sum, file = ""] = line.split("  ");
  if (createHash("sha256").update(bytesOf(file)).digest("hex") === sum) continue;
  faults += 1;
  say(`${file} is not the file that was taken away: its SHA-256 differs.`);
}

const report: BundleReport = JSON.parse(bytesOf(REPORT_FILE).toString());
const records: Record<string, string>[] = parse(bytesOf(OUTCOMES_FILE), { columns: true, bom: true });
const bySeries = Map.groupBy(records, ({ series }) => Number(series));
let numbers = 0;
for (const [index, series] of report.series.entries()) {
  const asks = (bySeries.get(index) ?? []).map(readOutcome);
  const { rows, differences } = recomputeSeries(report, series, asks);
  numbers += rows;
  faults += differences.length;
  const of = `${series.engineId} (${series.surface}), week of ${series.window.start}, panel ${series.panel.name} version ${series.panel.version}`;
  say(`${of}: ${rows} numbers from ${asks.length} asks, ${differences.length} differences`);
  for (const difference of differences) say(`  ${difference}`);
}
say(`${numbers} numbers recomputed by method ${report.method}, ${faults} faults`);
process.exitCode = faults === 0 ? 0 : 1;
