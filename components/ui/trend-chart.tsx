import { classNames } from "./class-names";
import { formatShortDay } from "./format";
import {
  type PlacedPoint,
  type Run,
  type TrendGeometry,
  type TrendPoint,
  trendGeometry,
} from "./trend-geometry";

/** Something that happened before a day: from there on a line starts anew. */
export interface TrendBreak {
  readonly day: string;
  readonly line: string;
  readonly label: string;
}

interface Props {
  readonly points: readonly TrendPoint[];
  readonly breaks: readonly TrendBreak[];
  /** The day that the page is about. */
  readonly current: string | undefined;
  /** The share at the top of the scale, where several charts share one. */
  readonly top: number;
  /** In words what a person sees; the numbers belong in a table beside it. */
  readonly summary: string;
}

/** With more points than this the line stands for those in it. */
const MARKED = 26;
const PLOT = 190;
const TOP = 22;
const HEIGHT = TOP + PLOT + 30;

/** Shares over time with an inner and an outer band. Drawn on the server, reads the same from 280 px up. */
export function TrendChart({ points, breaks, current, top, summary }: Props) {
  const plan = trendGeometry(points, top);
  const down = (share: number) => TOP + (plan.y(share) / 100) * PLOT;
  const crowded = points.length > MARKED;
  return (
    <svg width="100%" height={HEIGHT} className="block overflow-visible" role="img" aria-label={summary}>
      <Scale plan={plan} down={down} current={current} />
      <Breaks plan={plan} breaks={breaks} />
      <svg
        x="0"
        y={TOP}
        width="100%"
        height={PLOT}
        viewBox="0 0 100 100"
        preserveAspectRatio="none"
        className="overflow-visible"
        aria-hidden="true"
      >
        {plan.runs.map((run) => (
          <g key={run.key} fill="none">
            {!run.earlier && <Bands run={run} />}
            <path
              d={run.centre}
              className={run.earlier ? "stroke-ink-soft" : "stroke-accent"}
              strokeDasharray={run.earlier ? "5 4" : undefined}
              strokeWidth={2}
              vectorEffect="non-scaling-stroke"
            />
          </g>
        ))}
      </svg>
      {plan.points
        .filter((point) => !crowded || point.alone || point.day === current)
        .map((point) => (
          <Mark key={`${point.line} ${point.day}`} point={point} down={down} strong={point.day === current} />
        ))}
    </svg>
  );
}

function Bands({ run }: { run: Run }) {
  return (
    <>
      <path d={run.outer} className="fill-band-wide/12" />
      <path d={run.inner} className="fill-band/70" />
      {[run.low, run.high].map((edge) => (
        <path
          key={edge}
          d={edge}
          className="stroke-band-wide"
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </>
  );
}

type Down = (share: number) => number;

function Scale({ plan, down, current }: { plan: TrendGeometry; down: Down; current: string | undefined }) {
  return (
    <>
      {plan.ticks.map((tick) => (
        <g key={tick}>
          <line x1="0" x2="100%" y1={down(tick)} y2={down(tick)} className="stroke-line" />
          <text x="0" y={down(tick) - 4} className="fill-ink-faint text-xs tabular-nums">
            {+(tick * 100).toFixed(1)}
            {tick === plan.top && " %"}
          </text>
        </g>
      ))}
      {plan.named.map(({ day, x }) => (
        <text
          key={day}
          x={`${x}%`}
          y={TOP + PLOT + 20}
          textAnchor="middle"
          className={classNames(
            "text-xs tabular-nums",
            day === current ? "fill-ink font-semibold" : "fill-ink-faint",
          )}
        >
          {formatShortDay(day)}
        </text>
      ))}
    </>
  );
}

function Breaks({ plan, breaks }: { plan: TrendGeometry; breaks: readonly TrendBreak[] }) {
  return breaks.map(({ day, line, label }) => {
    const after = plan.points.findIndex((point) => point.day === day && point.line === line);
    const next = plan.points[after];
    const before = plan.points.slice(0, Math.max(after, 0)).findLast((point) => !point.earlier);
    if (!next) return null;
    const x = `${before ? (before.x + next.x) / 2 : next.x - 4}%`;
    return (
      <g key={`${line} ${day}`}>
        <line
          x1={x}
          x2={x}
          y1={TOP - 4}
          y2={TOP + PLOT}
          className="stroke-line-strong"
          strokeDasharray="2 4"
        />
        <text x={x} y={TOP - 9} textAnchor="middle" className="fill-ink-soft text-xs">
          {label}
        </text>
      </g>
    );
  });
}

function Mark({ point, down, strong }: { point: PlacedPoint; down: Down; strong: boolean }) {
  const x = `${point.x}%`;
  if (point.figure === null) {
    return (
      <text
        x={x}
        y={down(0) - 6}
        textAnchor={point.paired ? "end" : "middle"}
        className="fill-ink-faint text-xs"
      >
        {point.absent}
      </text>
    );
  }
  if (point.figure.kind === "reach") return <Reach x={x} ends={point.figure.ends} down={down} />;
  const { at, inner, outer } = point.figure;
  if (point.earlier)
    return <circle cx={x} cy={down(at)} r={3.5} className="fill-surface stroke-ink-soft" strokeWidth={2} />;
  return (
    <g>
      {point.alone && inner && (
        <line
          x1={x}
          x2={x}
          y1={down(inner[0])}
          y2={down(inner[1])}
          className="stroke-band"
          strokeWidth={8}
          strokeLinecap="round"
        />
      )}
      {point.alone && outer && (
        <g className="stroke-band-wide" strokeWidth={2}>
          <line x1={x} x2={x} y1={down(outer[0])} y2={down(outer[1])} />
          <Caps x={x} at={outer.map(down)} />
        </g>
      )}
      <circle
        cx={x}
        cy={down(at)}
        r={strong ? 6.5 : 4.5}
        className="fill-accent stroke-surface"
        strokeWidth={2}
      />
    </g>
  );
}

/** Ends of a whisker, in pixels around a place in percent. */
function Caps({ x, at }: { x: string; at: readonly number[] }) {
  return (
    <svg x={x} y={0} className="overflow-visible" aria-hidden="true">
      {at.map((y) => (
        <line key={y} x1={-7} x2={7} y1={y} y2={y} />
      ))}
    </svg>
  );
}

/** Dashed: anything along it is possible. The closed end is the bound. */
function Reach({ x, ends: [low, high], down }: { x: string; ends: readonly [number, number]; down: Down }) {
  return (
    <g className="stroke-ink-soft" strokeWidth={2}>
      <line x1={x} x2={x} y1={down(low)} y2={down(high)} strokeDasharray="3 4" />
      <Caps x={x} at={[down(low === 0 ? high : low)]} />
    </g>
  );
}
