import { describe, expect, it } from "vitest";
import { correctRate } from "./rogan-gladen";
import { seededRandom } from "./seeded-random";

const of = (hits: number, n: number) => ({ rate: hits / n, n });

describe("correctRate", () => {
  // The authors' script (CI4TruePrevalence_15_03_2013.r, CI_Binom) in R 4.2.2:
  // CI_Binom(nprev, kprev, nsens, ksens, nspec, kspec).
  it.each([
    {
      raw: of(60, 200),
      sens: of(110, 120),
      spec: of(291, 300),
      low: 0.23385879567395,
      high: 0.3856320392632,
    },
    {
      raw: of(27, 650),
      sens: of(50, 100),
      spec: of(199, 200),
      low: 0.027460010566892,
      high: 0.114583025729825,
    },
  ])("has the interval of its authors' script: $low to $high", ({ raw, sens, spec, low, high }) => {
    const corrected = correctRate(raw, sens, spec);
    expect(corrected?.interval.low).toBeCloseTo(low, 12);
    expect(corrected?.interval.high).toBeCloseTo(high, 12);
  });

  it("finds the rate behind an extractor that errs: 0.3 · 0.9 + 0.7 · 0.05 = 0.305 was 0.3", () => {
    const corrected = correctRate({ rate: 0.305, n: 400 }, { rate: 0.9, n: 100 }, { rate: 0.95, n: 100 });
    expect(corrected?.rate).toBeCloseTo(0.3, 12);
  });

  it("doesn't go below 0 where there are fewer hits than false ones alone would give", () => {
    const corrected = correctRate(of(2, 150), of(115, 120), of(280, 300));
    expect(corrected?.rate).toBe(0);
    expect(corrected?.interval.low).toBe(0);
  });

  it("says nothing of an extractor that is no better than chance, or that nobody checked", () => {
    expect(correctRate(of(60, 200), of(40, 100), of(60, 100))).toBeNull();
    expect(correctRate(of(60, 200), { rate: 1, n: 0 }, of(60, 100))).toBeNull();
  });

  it("holds the true rate in 94 to 97 % of 4,000 studies; with the doubt about the extractor left out in less than 90 %", () => {
    const random = seededRandom(7);
    const draw = (n: number, rate: number) => {
      let hits = 0;
      for (let index = 0; index < n; index++) hits += random() < rate ? 1 : 0;
      return of(hits, n);
    };
    const held = { whole: 0, certain: 0 };
    for (let study = 0; study < 4000; study++) {
      const raw = draw(400, 0.3 * 0.9 + 0.7 * 0.05);
      const sens = draw(80, 0.9);
      const spec = draw(80, 0.95);
      const whole = correctRate(raw, sens, spec)?.interval;
      const certain = correctRate(raw, { ...sens, n: 1e9 }, { ...spec, n: 1e9 })?.interval;
      held.whole += whole && whole.low <= 0.3 && 0.3 <= whole.high ? 1 : 0;
      held.certain += certain && certain.low <= 0.3 && 0.3 <= certain.high ? 1 : 0;
    }
    expect(held.whole / 4000).toBeGreaterThan(0.94);
    expect(held.whole / 4000).toBeLessThan(0.97);
    expect(held.certain / 4000).toBeLessThan(0.9);
  });
});
