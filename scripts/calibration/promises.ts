import type { CalibrationRow } from "./simulate-grid";

/** What the method promises of a setting, and the number that says whether it holds. */
interface Promised {
  readonly says: string;
  readonly applies: (row: CalibrationRow) => boolean;
  readonly measured: (row: CalibrationRow) => number | null;
  readonly draws: (row: CalibrationRow, draws: number) => number;
  readonly least: number;
  readonly most: number;
}

const PROMISES: readonly Promised[] = [
  {
    says: "Market interval: at least 94 % at K ≥ 25 and V ≥ 10 %",
    applies: ({ k, rate }) => k >= 25 && rate >= 0.1,
    measured: ({ market }) => market,
    draws: (_, draws) => draws,
    least: 0.94,
    most: 1,
  },
  {
    says: "Panel interval: 94 to 96 %",
    applies: () => true,
    measured: ({ panel }) => panel,
    draws: (_, draws) => draws,
    least: 0.94,
    most: 0.96,
  },
  {
    says: "Change test: false alarms of at most 5.5 %",
    applies: () => true,
    measured: ({ falseAlarms }) => falseAlarms?.shipped ?? null,
    draws: ({ alarmDraws }) => alarmDraws,
    least: 0,
    most: 0.055,
  },
];

/** How a promise fared in some settings. */
export interface Kept {
  readonly says: string;
  readonly where: string;
  readonly settings: number;
  readonly outside: number;
  /** Of those outside, the ones that three standard errors of the draws don't explain. */
  readonly beyondChance: number;
  /** How far the worst one is outside, in shares. */
  readonly worst: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Which settings a promise is looked at in: what a rule can know depends on the days that it sees. */
const PLACES = [false, true].flatMap((shocks) =>
  [
    { days: "a week of days (m ≥ 7)", has: (m: number) => m >= 7 },
    { days: "three days (m = 3)", has: (m: number) => m === 3 },
    { days: "one day (m = 1)", has: (m: number) => m === 1 },
  ].map(({ days, has }) => ({
    where: `${shocks ? "with" : "without"} shocks, ${days}`,
    holds: ({ dayShock, m }: CalibrationRow) => dayShock > 0 === shocks && has(m),
  })),
);

/** Every promise in every place where it says something. */
export function keptPromises(rows: readonly CalibrationRow[], draws: number): Kept[] {
  return PROMISES.flatMap((promise) =>
    PLACES.flatMap(({ where, holds }) => {
      const found = rows
        .filter(promise.applies)
        .filter(holds)
        .flatMap((row) => {
          const share = promise.measured(row);
          return share === null ? [] : [{ share, draws: promise.draws(row, draws) }];
        });
      return found.length === 0 ? [] : [judged(promise, where, found)];
    }),
  );
}

function judged(
  { says, least, most }: Promised,
  where: string,
  found: readonly { share: number; draws: number }[],
): Kept {
  const away = ({ share }: { share: number }) => Math.max(least - share, share - most);
  const outside = found.filter((each) => away(each) > 0);
  const edge = (share: number) => (share < least ? least : most);
  const beyond = outside.filter((each) => {
    const bound = edge(each.share);
    return away(each) > 3 * Math.sqrt((bound * (1 - bound)) / each.draws);
  });
  const shares = found.map(({ share }) => share);
  return {
    says,
    where,
    settings: found.length,
    outside: outside.length,
    beyondChance: beyond.length,
    worst: Math.max(0, ...outside.map(away)),
    lowest: Math.min(...shares),
    highest: Math.max(...shares),
  };
}
