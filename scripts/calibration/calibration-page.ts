import type { Coverage, ShareCoverage } from "@/server/metrics";
import { METHOD_CHANGES, METHOD_VERSION } from "@/server/metrics";
import { type Kept, keptPromises } from "./promises";
import { type CalibrationRow, EFFECT, GRID, RHO, SEED } from "./simulate-grid";

/** What was simulated beside the grid. */
export interface Calibrated {
  readonly draws: number;
  readonly shareDraws: number;
  readonly grid: readonly CalibrationRow[];
  readonly alike: readonly (Coverage & { rho: number; rate: number })[];
  readonly shares: readonly (ShareCoverage & { k: number; own: number })[];
}

/** docs/calibration.md. */
export function calibrationPage({ draws, shareDraws, grid, alike, shares }: Calibrated): string {
  return `# Calibration: how often the intervals hold, and what the change test finds

Written by \`npm run eval:statistics -- --draws ${draws}\`; method ${METHOD_VERSION}, seed ${SEED}. Don't edit.

Made-up markets: each prompt's rate is drawn from a Beta distribution with mean V and intra-prompt correlation ρ, its m answers from that rate, over as many days as a week has for them: m up to 7, more answers than that several a day. A shock moves all prompts of a day together, by a normal number of log-odds; the rates that have to be held are those over many days.

- *Market*: the interval "on prompts like these" holds V. *Panel*: the interval "on these prompts" holds the mean of the drawn prompts' rates.
- *Pooled*, a control: a Wilson interval over all answers, as commonly shown, holds V. *Blind*, a control: the panel interval without the variance between days.
- *False alarms*: the change test calls a change between two windows that have none; *power*: it calls one where V rose by ${EFFECT * 100} points. *Disjoint*, a control: calling a change where two pooled intervals don't overlap.

${draws} draws a setting: ±${noise(draws)} points of noise at 95 %. False alarms above 4.5 % were drawn again, ${draws * 5} times.

## Promises

A setting is *beyond chance* when it misses the promise by more than three standard errors of its draws.

${table(
  ["promise", "where", "settings", "outside", "beyond chance", "lowest %", "highest %", ""],
  keptPromises(grid, draws).map(promiseRow),
)}

Seven days leave six degrees of freedom to tell a shock by: no rule that looks at one week holds both 95 % without shocks and 95 % with shocks of every size. A numerical search over widths found none that stays nearer to 95 % than 1.2 points, and the shipped rule, which takes days in at 25 %, is one of those. Three days are too few to see most shocks, and one day shows none: what a single run says is about its day.

## Grid (ρ = ${RHO})

Where a cell has three numbers, they are without shocks, with shocks of ${GRID.dayShock[1]} and with shocks of ${GRID.dayShock[2]} log-odds. ± are half-widths in points, the median of the draws without shocks.

${table(
  [
    "V %",
    "K",
    "m",
    "market",
    "panel",
    "blind",
    "pooled",
    "false alarms",
    "disjoint",
    "power",
    "disjoint",
    "± market",
    "± panel",
  ],
  GRID.rate.flatMap((rate) =>
    GRID.k.flatMap((k) =>
      GRID.m.map((m) => gridRow(grid.filter((row) => row.rate === rate && row.k === k && row.m === m))),
    ),
  ),
)}

## How alike a prompt's answers are (K = 50, m = 7, no shocks)

${table(
  ["ρ", "V %", "market %", "panel %", "pooled % (control)"],
  alike.map((row) => [row.rho, row.rate * 100, percent(row.market), percent(row.panel), percent(row.pooled)]),
)}

## Share of voice, cluster bootstrap (three rivals at 25 %, m = 7, no shocks)

${shareDraws} draws a row: ±${noise(shareDraws)} points of noise. The bootstrap draws prompts and answers; it doesn't see days.

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

## Versions of the method

${table(
  ["version", "since", "what it changed"],
  METHOD_CHANGES.map(({ version, since, says }) => [version, since, says]),
)}
`;
}

function promiseRow(kept: Kept): (string | number)[] {
  const { says, where, settings, outside, beyondChance, lowest, highest } = kept;
  return [says, where, settings, outside, beyondChance, percent(lowest), percent(highest), verdictOf(kept)];
}

/** Of settings that keep a promise just so, chance puts about one in twenty outside by itself, and seldom more than this. */
const CHANCE = 0.1;

function verdictOf({ settings, outside, beyondChance, worst }: Kept): string {
  if (outside === 0) return "reached";
  if (beyondChance === 0 && outside <= settings * CHANCE) return "reached, but for chance";
  return `**not reached**, by up to ${percent(worst)} points`;
}

function gridRow(shocks: readonly CalibrationRow[]): (string | number)[] {
  const [calm] = shocks;
  if (!calm) return [];
  const each = (of: (row: CalibrationRow) => number | null) => {
    const shares = shocks.map(of);
    return shares.every((share) => share === null) ? "–" : shares.map(percent).join(" · ");
  };
  return [
    calm.rate * 100,
    calm.k,
    calm.m,
    each(({ market }) => market),
    each(({ panel }) => panel),
    each(({ panelWithoutDays }) => panelWithoutDays),
    each(({ pooled }) => pooled),
    each(({ falseAlarms }) => falseAlarms?.shipped ?? null),
    each(({ falseAlarms }) => falseAlarms?.disjoint ?? null),
    each(({ power }) => power?.shipped ?? null),
    each(({ power }) => power?.disjoint ?? null),
    percent(calm.marketHalfWidth),
    percent(calm.panelHalfWidth),
  ];
}

function percent(share: number | null): string {
  return share === null ? "–" : (share * 100).toFixed(1);
}

function noise(draws: number): string {
  return (1.96 * Math.sqrt((0.95 * 0.05) / draws) * 100).toFixed(1);
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
