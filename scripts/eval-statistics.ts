/**
 * Measures how often the shipped 95 % intervals hold, how often the change test calls a change that isn't one, and how
 * often it finds one that is, on a grid of made-up markets, and writes docs/calibration.md.
 * Run: npm run eval:statistics [-- --draws 2500]: some minutes. The same seed and draws give the same file, to the byte.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { simulateCoverage, simulateShareCoverage } from "@/server/metrics";
import { calibrationPage } from "./calibration/calibration-page";
import { RHO, SEED, simulateGrid } from "./calibration/simulate-grid";

const { values } = parseArgs({ options: { draws: { type: "string", default: "2500" } } });
const draws = Number(values.draws);
if (!Number.isInteger(draws) || draws < 100) throw new Error("--draws wants a whole number of at least 100");
const started = performance.now();

const alike = [0.05, 0.2, 0.385, 0.7, 0.97].flatMap((rho) =>
  [0.05, 0.3].map((rate) => {
    const setting = { rate, rho, k: 50, m: 7, days: 7, dayShock: 0, draws, seed: SEED };
    return { rho, rate, ...simulateCoverage(setting) };
  }),
);
const shareDraws = Math.max(100, Math.round(draws / 10));
const shares = [
  { k: 10, own: 0.3 },
  { k: 25, own: 0.3 },
  { k: 50, own: 0.3 },
  { k: 25, own: 0.05 },
  { k: 50, own: 0.05 },
].map(({ k, own }) => {
  const rates = [own, 0.25, 0.25, 0.25];
  return { k, own, ...simulateShareCoverage({ rates, rho: RHO, k, m: 7, draws: shareDraws, seed: SEED }) };
});

const page = calibrationPage({ draws, shareDraws, grid: simulateGrid(draws), alike, shares });
writeFileSync(fileURLToPath(new URL("../docs/calibration.md", import.meta.url)), page);
console.log(`docs/calibration.md written in ${((performance.now() - started) / 1000).toFixed(1)} s`);
