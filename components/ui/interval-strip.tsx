import type { ReactNode } from "react";
import { classNames } from "./class-names";

type Ends = readonly [low: number, high: number];

/** What a strip draws, all from 0 to 1: a point in its intervals, or how far a bound reaches, which has no point. */
export type StripFigure =
  | { readonly kind: "point"; readonly at: number; readonly inner: Ends | null; readonly outer: Ends | null }
  | { readonly kind: "reach"; readonly ends: Ends };

const HEIGHT = 26;
const MIDDLE = HEIGHT / 2;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

/**
 * One number on an axis from 0 to 100 %, for a line of its own in a table or list. The words beside it say the same, so
 * it is hidden from screen readers. `strong` draws the one that the page is about.
 */
export function IntervalStrip({ figure, strong = false }: { figure: StripFigure | null; strong?: boolean }) {
  return (
    <svg width="100%" height={HEIGHT} className="block overflow-visible" aria-hidden="true">
      {TICKS.map((tick) => (
        <line
          key={tick}
          x1={at(tick)}
          x2={at(tick)}
          y1={0}
          y2={HEIGHT}
          className="stroke-line"
          strokeDasharray={tick === 0 || tick === 1 ? undefined : "2 3"}
        />
      ))}
      {figure?.kind === "reach" && <Reach ends={figure.ends} />}
      {figure?.kind === "point" && (
        <>
          {figure.outer && <Whiskers ends={figure.outer} />}
          {figure.inner && (
            <rect
              x={at(figure.inner[0])}
              y={MIDDLE - 5}
              width={at(figure.inner[1] - figure.inner[0])}
              height={10}
              rx={5}
              className="fill-band"
            />
          )}
          <circle
            cx={at(figure.at)}
            cy={MIDDLE}
            r={strong ? 6 : 4.5}
            className={classNames("stroke-surface", strong ? "fill-accent" : "fill-ink-soft")}
            strokeWidth={2}
          />
        </>
      )}
    </svg>
  );
}

/** The scale under a column of strips. */
export function StripAxis() {
  return (
    <div className="relative h-5 text-ink-faint text-xs tabular-nums" aria-hidden="true">
      {TICKS.map((tick) => (
        <span
          key={tick}
          className="-translate-x-1/2 absolute top-1 whitespace-nowrap"
          style={{ left: at(tick) }}
        >
          {tick * 100}
          {tick === 1 && " %"}
        </span>
      ))}
    </div>
  );
}

/** The marks themselves, for a legend. */
export function StripMark({ mark }: { mark: "inner" | "outer" | "reach" }): ReactNode {
  return (
    <svg width={32} height={16} className="shrink-0" aria-hidden="true">
      {mark === "inner" && <rect x={1} y={3} width={30} height={10} rx={5} className="fill-band" />}
      {mark === "outer" && <path d="M1 2v12M1 8h30M31 2v12" className="stroke-2 stroke-band-wide" />}
      {mark === "reach" && <path d="M1 8h29" strokeDasharray="3 3" className="stroke-2 stroke-ink-soft" />}
      {mark === "reach" && <path d="M30 2v12" className="stroke-2 stroke-ink-soft" />}
    </svg>
  );
}

function Whiskers({ ends }: { ends: Ends }) {
  return (
    <g className="stroke-band-wide" strokeWidth={2}>
      <line x1={at(ends[0])} x2={at(ends[1])} y1={MIDDLE} y2={MIDDLE} />
      <line x1={at(ends[0])} x2={at(ends[0])} y1={MIDDLE - 7} y2={MIDDLE + 7} />
      <line x1={at(ends[1])} x2={at(ends[1])} y1={MIDDLE - 7} y2={MIDDLE + 7} />
    </g>
  );
}

/** Dashed: anything along it is possible. The closed end is the bound. */
function Reach({ ends: [from, to] }: { ends: Ends }) {
  const bound = from === 0 ? to : from;
  return (
    <g className="stroke-ink-soft" strokeWidth={2}>
      <line x1={at(from)} x2={at(to)} y1={MIDDLE} y2={MIDDLE} strokeDasharray="3 4" />
      <line x1={at(bound)} x2={at(bound)} y1={MIDDLE - 7} y2={MIDDLE + 7} />
    </g>
  );
}

function at(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
