import { describe, expect, it } from "vitest";
import { dayVariance } from "./day-variance";

const dated = (rows: number[][]) =>
  rows.map((row) => row.map((hit, day) => ({ hit: hit === 1, day: `2026-01-0${day + 1}` })));

describe("dayVariance", () => {
  // Python, exact: daily means 1/2, 1/4, 3/4; their variance over three days is 1/48.
  it("is the variance of the daily panel means over the days when every prompt is asked every day", () => {
    expect(
      dayVariance(
        dated([
          [1, 0, 1],
          [0, 0, 1],
          [1, 1, 1],
          [0, 0, 0],
        ]),
      ),
    ).toBeCloseTo(1 / 48, 12);
  });

  it("can't be seen in fewer than three days, nor without days", () => {
    expect(
      dayVariance(
        dated([
          [1, 0],
          [0, 1],
        ]),
      ),
    ).toBeNull();
    expect(
      dayVariance([
        [
          { hit: true, day: null },
          { hit: false, day: null },
        ],
      ]),
    ).toBeNull();
  });

  it("doesn't take prompts that were asked on different days for a shock", () => {
    const loved = [1, 2, 3].map((day) => ({ hit: true, day: String(day) }));
    const unloved = [3, 4, 5].map((day) => ({ hit: false, day: String(day) }));
    expect(dayVariance([loved, unloved])).toBe(0);
  });
});
