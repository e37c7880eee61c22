/**
 * Simulates every setting of the planner's grid with the shipped intervals and the shipped change test, and writes
 * server/metrics/planner/planner-table.gen.ts. The same seed and draws give the same file, to the byte.
 * Run: node scripts/bootstrap.mjs scripts/generate-planner-table.ts [--draws 2000]: about ten minutes.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import {
  drawMarket,
  METHOD_VERSION,
  PLANNER_GRID,
  PLANNER_RHO,
  seededRandom,
  simulatePlan,
} from "@/server/metrics";

const SEED = 20261127;
const { values } = parseArgs({ options: { draws: { type: "string", default: "2000" } } });
const draws = Number(values.draws);
if (!Number.isInteger(draws) || draws < 100) throw new Error("--draws wants a whole number of at least 100");
const started = performance.now();

const cell = (share: number | null) => (share === null ? "null" : share.toFixed(4));
const rows = PLANNER_GRID.rate.map((rate) => {
  const market = drawMarket({ rate, rho: PLANNER_RHO }, seededRandom(SEED + 1));
  const ofRate = PLANNER_GRID.prompts.map((prompts) => {
    const ofPrompts = PLANNER_GRID.answers.map((answers) => {
      const found = simulatePlan({ prompts, answers, rate, draws, seed: SEED }, market);
      const { market: half, panel, detectable, detectableOnRestlessDays } = found;
      return `[${[half, panel, detectable, detectableOnRestlessDays].map(cell).join(", ")}]`;
    });
    console.log(`V ${rate}, K ${prompts}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
    return `[${ofPrompts.join(", ")}]`;
  });
  return `  [\n    ${ofRate.join(",\n    ")},\n  ]`;
});

const file = `// Written by scripts/generate-planner-table.ts: method ${METHOD_VERSION}, seed ${SEED}, ${draws} draws a setting. Don't edit.

/** By V, then K, then m of \`PLANNER_GRID\`: half-widths of market and panel, detectable rise on quiet and on restless days. */
export const PLANNER_TABLE: readonly (readonly (readonly (readonly (number | null)[])[])[])[] = [
${rows.join(",\n")},
];

/** The method that was simulated. */
export const PLANNER_METHOD = "${METHOD_VERSION}";
`;
writeFileSync(
  fileURLToPath(new URL("../server/metrics/planner/planner-table.gen.ts", import.meta.url)),
  file,
);
