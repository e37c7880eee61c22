/**
 * Measures how often the shipped 95 % intervals hold, on a grid of made-up markets, and writes docs/calibration.md.
 * Run: npx tsx scripts/eval-statistics.ts [--draws 3000]. The same seed and draws give the same file, to the byte.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type CoverageSetting, simulateCoverage, simulateShareCoverage } from "@/server/metrics";

const SEED = 20260105;
const RHO = 0.385;
const GRID = { k: [10, 25, 50, 100, 200], m: [1, 2, 7, 14, 28], rate: [0.05, 0.1, 0.3, 0.5] };
/** What the product promises, as the unit test checks it at V = 30 %, K = 50, m = 7. */
const PROMISE = { market: 0.94, panel: 0.935 };

const { values } = parseArgs({ options: { draws: { type: "string", default: "3000" } } });
const draws = Number(values.draws);
if (!Number.isInteger(draws) || draws < 100) throw new Error("--draws wants a whole number of at least 100");

const base: CoverageSetting = {
  rate: 0.3,
  rho: RHO,
  k: 50,
  m: 7,
  schedule: "daily",
  dayShock: 0,
  draws,
  seed: SEED,
};
const started = performance.now();

const grid = GRID.rate.flatMap((rate) =>
  GRID.k.flatMap((k) => GRID.m.map((m) => ({ rate, k, m, ...simulateCoverage({ ...base, rate, k, m }) }))),
);
const alike = [0.05, 0.2, 0.385, 0.7, 0.97].flatMap((rho) =>
  [0.05, 0.3].map((rate) => ({ rho, rate, ...simulateCoverage({ ...base, rho, rate }) })),
);
const shocks = [0, 0.15, 0.3, 0.6].map((dayShock) => ({
  dayShock,
  seen: simulateCoverage({ ...base, dayShock }),
  blind: simulateCoverage({ ...base, dayShock, schedule: "at once" }),
}));
const shareDraws = Math.max(100, Math.round(draws / 10));
const shares = [
  { k: 10, own: 0.3 },
  { k: 25, own: 0.3 },
  { k: 50, own: 0.3 },
  { k: 25, own: 0.05 },
  { k: 50, own: 0.05 },
].map(({ k, own }) => ({
  k,
  own,
  ...simulateShareCoverage({
    rates: [own, 0.25, 0.25, 0.25],
    rho: RHO,
    k,
    m: 7,
    draws: shareDraws,
    seed: SEED,
  }),
}));

const percent = (share: number | null) => (share === null ? "–" : (share * 100).toFixed(1));
const table = (head: string[], rows: (string | number)[][]) =>
  [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
const noise = (1.96 * Math.sqrt((0.95 * 0.05) / draws) * 100).toFixed(1);
const shareNoise = (1.96 * Math.sqrt((0.95 * 0.05) / shareDraws) * 100).toFixed(1);

const market = grid.map((row) => row.market);
const panel = grid.flatMap((row) => (row.panel === null ? [] : [row.panel]));
const pooled = grid.filter((row) => row.m >= 7).map((row) => row.pooled);
const below = (shares_: readonly number[], least: number) => shares_.filter((share) => share < least).length;
const span = (shares_: readonly number[]) =>
  `${percent(Math.min(...shares_))} to ${percent(Math.max(...shares_))} %`;

const page = `# Calibration: how often the 95 % intervals hold

Written by \`npx tsx scripts/eval-statistics.ts --draws ${draws}\`; seed ${SEED}. Don't edit.

Made-up markets: each prompt's rate is drawn from a Beta distribution with mean V and intra-prompt correlation ρ, its m answers from that rate, one a day. *Market*: the interval "on prompts like these" holds V. *Panel*: the interval "on these prompts" holds the mean of the drawn prompts' rates. *Pooled*, the control: a Wilson interval over all answers, as commonly shown, holds V. ${draws} draws a row: ±${noise} points of noise at 95 %.

- Market, ${market.length} settings: ${span(market)}; ${below(market, PROMISE.market)} below ${percent(PROMISE.market)} %.
- Panel, ${panel.length} settings: ${span(panel)}; ${below(panel, PROMISE.panel)} below ${percent(PROMISE.panel)} %.
- Pooled, the ${pooled.length} settings with m ≥ 7: ${span(pooled)}.

## Grid (ρ = ${RHO})

${table(
  ["V %", "K", "m", "market %", "panel %", "pooled % (control)", "± market, points", "± panel, points"],
  grid.map((row) => [
    row.rate * 100,
    row.k,
    row.m,
    percent(row.market),
    percent(row.panel),
    percent(row.pooled),
    percent(row.marketHalfWidth),
    percent(row.panelHalfWidth),
  ]),
)}

## How alike a prompt's answers are (K = 50, m = 7)

${table(
  ["ρ", "V %", "market %", "panel %", "pooled % (control)"],
  alike.map((row) => [row.rho, row.rate * 100, percent(row.market), percent(row.panel), percent(row.pooled)]),
)}

## Shocks that all prompts of a day share (V = 30 %, K = 50, m = 7)

The shock is normal in log-odds. Control: the same panel interval without the variance between days.

${table(
  ["shock", "panel %", "panel % without V_day (control)", "market %"],
  shocks.map(({ dayShock, seen, blind }) => [
    dayShock,
    percent(seen.panel),
    percent(blind.panel),
    percent(seen.market),
  ]),
)}

## Share of voice, cluster bootstrap (three rivals at 25 %, m = 7)

${shareDraws} draws a row: ±${shareNoise} points of noise.

${table(
  ["own V %", "K", "market %", "one-sided bound %", "panel %"],
  shares.map((row) => [
    row.own * 100,
    row.k,
    percent(row.market),
    percent(row.upperBound),
    percent(row.panel),
  ]),
)}
`;

const path = fileURLToPath(new URL("../docs/calibration.md", import.meta.url));
writeFileSync(path, page);
console.log(`docs/calibration.md written in ${((performance.now() - started) / 1000).toFixed(1)} s`);
