import { describe, expect, it } from "vitest";
import { drawBeta, drawNormal } from "../simulation/beta-sampler";
import { type Random, seededRandom } from "../statistics/seeded-random";
import { answer, cell } from "../testing/samples";
import { compareSamples, type MadeSample } from "./compare-samples";
import { countFalseAlarms, type HalvesCompared } from "./count-false-alarms";
import { judgeSweep } from "./judge-sweep";
import { splitDays } from "./split-days";

const BRANDS = ["own", "rival", "unnamed"];
const PROMPTS = 20;
const DAYS = 14;

interface Setting {
  readonly fortnights: number;
  /** Standard deviation, in log-odds, of what all prompts of a day share. */
  readonly dayShock?: number;
  /** Log-odds by which the own brand's every other day is moved. */
  readonly push?: number;
}

/** Fortnights of a series whose prompts keep their odds, each held against itself: every other day against the days between. */
function heldAgainstThemselves(
  { fortnights, dayShock = 0, push = 0 }: Setting,
  random: Random,
): HalvesCompared[] {
  return Array.from({ length: fortnights }, (_, nth) => {
    const asks = drawFortnight(dayShock, push, random);
    const { odd, even } = splitDays(asks);
    const comparisons = compareSamples(sampleOf(odd), sampleOf(even));
    return judgeSweep(comparisons).flatMap((verdict, index) => {
      const comparison = comparisons[index];
      return comparison ? [{ cluster: String(nth), comparison, verdict }] : [];
    });
  }).flat();
}

interface Ask {
  readonly prompt: number;
  readonly day: string;
  readonly named: readonly string[];
  readonly citedOf: Readonly<Record<string, number>>;
}

function drawFortnight(dayShock: number, push: number, random: Random): Ask[] {
  const odds = Array.from({ length: PROMPTS }, () => {
    const rate = drawBeta(0.48, 1.12, random);
    return Math.log(rate / (1 - rate));
  });
  const happens = (logOdds: number) => random() < 1 / (1 + Math.exp(-logOdds));
  return Array.from({ length: DAYS }, (_, day) => {
    const shock = dayShock * drawNormal(random);
    return odds.map((own, prompt) => ({
      prompt,
      day: `2026-01-${String(5 + day).padStart(2, "0")}`,
      named: [
        ...(happens(own + shock + (day % 2 === 0 ? push : 0)) ? ["own"] : []),
        ...(happens(-own + shock) ? ["rival"] : []),
      ],
      citedOf: happens(own + shock) ? { own: 1 } : {},
    }));
  }).flat();
}

function sampleOf(asks: readonly Ask[]): MadeSample {
  const cells = [...Map.groupBy(asks, ({ prompt }) => prompt)].map(([prompt, own]) =>
    cell(
      `prompt ${prompt}`,
      own.map(({ named, day, citedOf }) => answer(named, { day, citedOf, cited: 1 })),
    ),
  );
  const versions = { panel: "p 1", models: ["m"], contracts: ["c"], extractors: ["e"], brandSets: ["b"] };
  return { window: { start: "2026-01-05", days: DAYS }, own: "own", brands: BRANDS, cells, ...versions };
}

describe("a series held against itself", () => {
  it.each([
    { dayShock: 0, seed: 1 },
    { dayShock: 0.5, seed: 2 },
  ])(
    "raises a false alarm in at most 5.5 % of comparisons, with shocks of $dayShock between days",
    (setting) => {
      const { changed, significant, tested, apart } = countFalseAlarms(
        heldAgainstThemselves({ fortnights: 800, ...setting }, seededRandom(setting.seed)),
      );
      expect(tested).toBeGreaterThan(2_000);
      expect(changed.share).toBeLessThanOrEqual(0.055);
      expect(significant.share).toBeLessThanOrEqual(0.055);
      expect(significant.count).toBeGreaterThan(0);
      // What a tool would alert on that looks at the difference alone.
      expect(apart.share).toBeGreaterThan(0.2);
    },
  );

  it("control: days that were really pushed are called changed, of the pushed brand alone", () => {
    const compared = heldAgainstThemselves({ fortnights: 100, push: 3 }, seededRandom(3));
    const pushed = (
      { comparison }: HalvesCompared,
      index: number, // presence and citation rate of each brand, in this order
    ) => comparison.before.trials.size > 0 && index % (2 * BRANDS.length) === 0;
    const own = countFalseAlarms(compared.filter(pushed));
    expect(own.changed.share).toBeGreaterThan(0.9);
    expect(
      countFalseAlarms(compared.filter((each, index) => !pushed(each, index))).changed.share,
    ).toBeLessThan(0.055);
  });

  it("counts no comparison in which nothing could differ, and says how many there were", () => {
    const compared = heldAgainstThemselves({ fortnights: 2 }, seededRandom(4));
    const { tested, alike, clusters } = countFalseAlarms(compared);
    // Presence and citation rate of three brands: the unnamed one has neither, the rival no citation.
    expect({ tested, alike, clusters }).toEqual({ tested: 2 * 3, alike: 2 * 3, clusters: 2 });
  });

  it("says why comparisons weren't tested, and has no share where none was", () => {
    const [odd, even] = [1, 2].map((day) =>
      sampleOf(drawFortnight(0, 0, seededRandom(5)).filter(({ day: own }) => own.endsWith(`0${day + 4}`))),
    );
    if (!odd || !even) throw new Error("two days");
    const verdict = judgeSweep(compareSamples(odd, even));
    const compared = compareSamples(odd, even).map((comparison, index) => ({
      cluster: "1",
      comparison,
      verdict: verdict[index] ?? { kind: "not_enough_data" as const, why: "one_day" as const },
    }));
    expect(countFalseAlarms(compared)).toMatchObject({
      tested: 0,
      changed: { count: 0, share: null, interval: null },
      refused: { few_answers: 6 },
    });
  });
});

describe("splitDays", () => {
  it("puts every other day with an ask into the other half, whatever days are missing", () => {
    const asks = ["05", "05", "07", "09", "11", "11"].map((day) => ({ day }));
    const { odd, even } = splitDays(asks);
    expect(odd.map(({ day }) => day)).toEqual(["05", "05", "09"]);
    expect(even.map(({ day }) => day)).toEqual(["07", "11", "11"]);
  });
});
