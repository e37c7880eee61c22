import { describe, expect, it } from "vitest";
import { type DatedTrial, dayMeans, daysDiffer, dayVariance } from "./day-variance";

const dated = (rows: number[][]): DatedTrial[][] =>
  rows.map((row) => row.map((hit, day) => ({ hit: hit === 1, day: `2026-01-0${day + 1}` })));

const seen = (prompts: readonly (readonly DatedTrial[])[]) =>
  dayVariance(
    prompts.map((trials) => ({ hits: trials.filter((trial) => trial.hit).length, n: trials.length })),
    dayMeans(prompts),
  );

describe("dayVariance", () => {
  // Python, exact: daily means 1/2, 1/4, 3/4; their variance over three days is 1/48. Two-way analysis: F = 9/5 of 2 and 6
  // degrees of freedom, whose tail is (1 + 3/5)^-3.
  it("is the variance of the daily panel means over the days, with the F test of days against what is left", () => {
    const days = seen(
      dated([
        [1, 0, 1],
        [0, 0, 1],
        [1, 1, 1],
        [0, 0, 0],
      ]),
    );
    expect(days?.variance).toBeCloseTo(1 / 48, 12);
    expect(days?.df).toBe(2);
    expect(days?.p).toBeCloseTo(1.6 ** -3, 10);
  });

  it("is certain of days on which every prompt answers alike, and sees nothing where no day stands out", () => {
    const together = seen(dated([1, 2, 3, 4].map(() => [1, 0, 1, 0])));
    expect(together?.p).toBe(0);
    expect(daysDiffer(together)).toBe(true);
    const apart = seen(
      dated([
        [1, 0, 1, 0],
        [0, 1, 0, 1],
      ]),
    );
    expect(apart).toMatchObject({ variance: 0, p: 1 });
    expect(daysDiffer(apart)).toBe(false);
  });

  it("can't be seen in fewer than three days, without days, nor from one answer of each prompt", () => {
    expect(
      seen(
        dated([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toBeNull();
    const undated = { hit: true, day: null };
    expect(seen([[undated, { hit: false, day: null }]])).toBeNull();
    expect(seen(dated([[1, 0, 1]]))).toBeNull();
    expect(daysDiffer(null)).toBe(false);
  });

  it("doesn't take prompts that were asked on different days for a shock", () => {
    const loved = [1, 2, 3].map((day) => ({ hit: true, day: String(day) }));
    const unloved = [3, 4, 5].map((day) => ({ hit: false, day: String(day) }));
    expect(seen([loved, unloved, loved, unloved])).toMatchObject({ variance: 0, p: 1 });
  });
});
