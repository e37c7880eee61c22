import { describe, expect, it } from "vitest";
import type { StripFigure } from "./interval-strip";
import { type TrendPoint, trendGeometry, trendTop } from "./trend-geometry";

const level = (at: number, spread = 0.1): StripFigure => ({
  kind: "point",
  at,
  inner: [at - spread / 2, at + spread / 2],
  outer: [at - spread, at + spread],
});
const point = (day: string, figure: StripFigure | null, rest: Partial<TrendPoint> = {}): TrendPoint => ({
  day,
  line: "one",
  joined: true,
  figure,
  ...rest,
});
const DAYS = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"] as const;
const week = (figure: (index: number) => StripFigure | null) =>
  DAYS.map((day, index) => point(day, figure(index)));

describe("where a trend's points stand", () => {
  it("puts days at distances of time, so that a missing week is a gap", () => {
    const [a, b, c] = trendGeometry([
      point(DAYS[0], level(0.5)),
      point(DAYS[1], level(0.5)),
      point(DAYS[3], level(0.5)),
    ]).points.map(({ x }) => x);
    expect((c ?? 0) - (b ?? 0)).toBeCloseTo(2 * ((b ?? 0) - (a ?? 0)), 1);
  });

  it("puts one window alone in the middle, with its own intervals and no line", () => {
    const { points, runs } = trendGeometry([point(DAYS[0], level(0.5))]);
    expect(points).toMatchObject([{ x: 50, alone: true }]);
    expect(runs).toEqual([]);
  });

  it("puts zero at the bottom and the top of the scale at the top, whatever is drawn", () => {
    const { y, top } = trendGeometry(week(() => level(0.15)));
    expect([y(0), y(top), y(top / 2), y(2)]).toEqual([100, 0, 50, 0]);
  });

  it("puts two lines of one window beside each other", () => {
    const two = [point(DAYS[0], level(0.5)), point(DAYS[0], level(0.5), { line: "two" })];
    const [a, b] = trendGeometry(two).points.map(({ x }) => x);
    expect((b ?? 0) - (a ?? 0)).toBeGreaterThan(1);
  });

  it("names at most six days, the last among them, and the only one of one", () => {
    const days = Array.from({ length: 53 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 5 + 7 * index)).toISOString().slice(0, 10),
    );
    const { named } = trendGeometry(days.map((day) => point(day, level(0.5))));
    expect(named.length).toBeLessThanOrEqual(6);
    expect(named.at(-1)?.day).toBe(days.at(-1));
    expect(trendGeometry([]).named).toEqual([]);
  });
});

describe("what is joined", () => {
  const runDays = (points: TrendPoint[]) =>
    trendGeometry(points).runs.map(({ centre }) => centre.split("L").length);

  it("joins neighbours of one line", () => {
    expect(runDays(week(() => level(0.5)))).toEqual([4]);
  });

  it("never joins over a break, to another line, or through a window that has only a bound or nothing", () => {
    const cut = week(() => level(0.5)).map((each, index) => ({ ...each, joined: index !== 2 }));
    expect(runDays(cut)).toEqual([2, 2]);
    const other = week(() => level(0.5)).map((each, index) => ({ ...each, line: index < 2 ? "one" : "two" }));
    expect(runDays(other)).toEqual([2, 2]);
    for (const figure of [null, { kind: "reach", ends: [0, 0.5] } as const]) {
      const hole = trendGeometry(week((index) => (index === 2 ? figure : level(0.5))));
      expect(hole.runs).toHaveLength(1);
      expect(hole.points.map(({ alone }) => alone)).toEqual([false, false, true, true]);
    }
  });

  it("draws no line and no band of counts", () => {
    const { runs } = trendGeometry(week(() => ({ kind: "reach", ends: [0, 0.5] })));
    expect(runs).toEqual([]);
  });

  it("draws the bands through the ends of the intervals", () => {
    const [run] = trendGeometry(week(() => level(0.5, 0.2))).runs;
    expect(run?.low).toMatch(/,70/);
    expect(run?.high).toMatch(/,30/);
    expect(run?.outer).toMatch(/,30.*,70/);
    expect(run?.centre).toMatch(/,50/);
  });
});

describe("the scale", () => {
  it("is the lowest that everything fits under, intervals and bounds too", () => {
    expect(trendTop([])).toBe(0.1);
    expect(trendTop([{ figure: level(0.05, 0.04) }])).toBe(0.1);
    expect(trendTop([{ figure: level(0.2, 0.1) }])).toBe(0.5);
    expect(trendTop([{ figure: { kind: "reach", ends: [0, 0.6] } }])).toBe(1);
    expect(trendTop([{ figure: null }])).toBe(0.1);
  });
});
