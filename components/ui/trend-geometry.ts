import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import type { StripFigure } from "./interval-strip";

/** One moment of a line. Points of another `line`, and what comes after a gap, are never joined. */
export interface TrendPoint {
  /** ISO day, "2026-11-09". */
  readonly day: string;
  readonly line: string;
  /** Joined to the point of the same line before it. */
  readonly joined: boolean;
  readonly figure: StripFigure | null;
  /** Of a series that another one has taken the place of: dashed, and without intervals. */
  readonly earlier?: boolean;
  /** Why there is nothing to draw, in a word or two. */
  readonly absent?: string;
}

export interface PlacedPoint extends TrendPoint {
  /** Percent of the plot's width. */
  readonly x: number;
  /** Not in a run: it has to draw its own intervals. */
  readonly alone: boolean;
  /** Another line has a point in the same window, to its right. */
  readonly paired: boolean;
}

/** A run of joined points, as paths in a box of 100 × 100 with zero at the bottom. */
export interface Run {
  readonly key: string;
  readonly earlier: boolean;
  /** Areas. */
  readonly inner: string;
  readonly outer: string;
  /** Lines: the two ends of the outer band, and the values. */
  readonly low: string;
  readonly high: string;
  readonly centre: string;
}

export interface TrendGeometry {
  readonly points: readonly PlacedPoint[];
  readonly runs: readonly Run[];
  /** The share at the top of the plot: 0.1, 0.25, 0.5 or 1. */
  readonly top: number;
  readonly ticks: readonly number[];
  /** At most six days to name below the plot, the last among them. */
  readonly named: readonly { readonly day: string; readonly x: number }[];
  /** Percent of the height at which a share stands, from the top. */
  readonly y: (share: number) => number;
}

const TOPS = [0.1, 0.25, 0.5];
const INSET = 9;
/** Two lines in one window stand beside each other, percent of the width. */
const BESIDE = 1.6;
const DAY = 86_400_000;
const NAMED = 6;

/** Where everything of a trend stands. `top` leaves the scale to the caller, so that several charts can share one. */
export function trendGeometry(points: readonly TrendPoint[], top = trendTop(points)): TrendGeometry {
  const days = [...new Set(points.map(({ day }) => day))].toSorted();
  const x = scaleLinear()
    .domain([dayNumber(days[0] ?? "1970-01-01"), dayNumber(days.at(-1) ?? "1970-01-01")])
    .range(days.length > 1 ? [INSET, 100 - INSET] : [50, 50]);
  const y = scaleLinear().domain([0, top]).range([100, 0]).clamp(true);
  const placed = points.map((point) => ({
    ...point,
    x: round(x(dayNumber(point.day)) + beside(point, points)),
  }));
  const runs = runsOf(placed);
  const inRun = new Set(runs.flat().map(keyOf));
  const step = Math.ceil(days.length / NAMED);
  return {
    points: placed.map((point, index) => ({
      ...point,
      alone: !inRun.has(keyOf(point)),
      paired: placed[index + 1]?.day === point.day,
    })),
    runs: runs.map((run) => pathsOf(run, y)),
    top,
    ticks: [0, top / 2, top],
    named: days
      .filter((_, index) => (days.length - 1 - index) % step === 0)
      .map((day) => ({ day, x: round(x(dayNumber(day))) })),
    y: (share) => round(y(share)),
  };
}

/** The lowest of 10, 25, 50 and 100 % under which everything fits. */
export function trendTop(points: readonly Pick<TrendPoint, "figure">[]): number {
  const reached = Math.max(
    0,
    ...points.map(({ figure }) => {
      if (figure === null) return 0;
      if (figure.kind === "reach") return figure.ends[1];
      return Math.max(figure.at, figure.inner?.[1] ?? 0, figure.outer?.[1] ?? 0);
    }),
  );
  return TOPS.find((top) => reached <= top) ?? 1;
}

type Placed = Omit<PlacedPoint, "alone" | "paired">;
type Levelled = Placed & { readonly figure: StripFigure & { readonly kind: "point" } };

function runsOf(points: readonly Placed[]): Levelled[][] {
  return [...Map.groupBy(points, (point) => point.line).values()].flatMap((line) => {
    const runs: Levelled[][] = [];
    let run: Levelled[] = [];
    for (const { figure, ...point } of line) {
      if (figure?.kind !== "point" || !point.joined) run = [];
      if (figure?.kind !== "point") continue;
      if (run.length === 0) runs.push(run);
      run.push({ ...point, figure });
    }
    return runs.filter((each) => each.length > 1);
  });
}

function pathsOf(run: readonly Levelled[], y: (share: number) => number): Run {
  const band = (which: "inner" | "outer") =>
    area<Levelled>()
      .digits(2)
      .defined(({ figure }) => figure[which] !== null)
      .x((point) => point.x)
      .y0(({ figure }) => y(figure[which]?.[0] ?? 0))
      .y1(({ figure }) => y(figure[which]?.[1] ?? 0))(run) ?? "";
  const along = (share: (figure: Levelled["figure"]) => number | undefined) =>
    line<Levelled>()
      .digits(2)
      .defined(({ figure }) => share(figure) !== undefined)
      .x((point) => point.x)
      .y(({ figure }) => y(share(figure) ?? 0))(run) ?? "";
  return {
    key: run[0] ? keyOf(run[0]) : "",
    earlier: run[0]?.earlier === true,
    inner: band("inner"),
    outer: band("outer"),
    low: along(({ outer }) => outer?.[0]),
    high: along(({ outer }) => outer?.[1]),
    centre: along(({ at }) => at),
  };
}

function keyOf({ line, day }: TrendPoint): string {
  return `${line} ${day}`;
}

function beside(point: TrendPoint, points: readonly TrendPoint[]): number {
  const here = points.filter(({ day }) => day === point.day);
  return here.length < 2 ? 0 : (here.indexOf(point) - (here.length - 1) / 2) * BESIDE;
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
