/** One row: a share with an inner and an outer interval, all from 0 to 1. */
export interface IntervalRow {
  readonly label: string;
  readonly detail: string;
  readonly value: number;
  readonly inner: readonly [low: number, high: number];
  readonly outer: readonly [low: number, high: number];
}

const ROW = 62;
const TOP = 6;
const TICKS = [0, 25, 50, 75, 100];

/**
 * Rows of intervals on one axis from 0 to 100 %. Positions are in percent and text in pixels, so it reads the same from
 * 280 px up. `summary` says in words what a person sees.
 */
export function IntervalChart({ rows, summary }: { rows: readonly IntervalRow[]; summary: string }) {
  const bottom = TOP + rows.length * ROW;
  return (
    <div className="px-2">
      <svg width="100%" height={bottom + 30} className="overflow-visible" role="img" aria-label={summary}>
        {TICKS.map((tick) => (
          <g key={tick}>
            <line
              x1={`${tick}%`}
              x2={`${tick}%`}
              y1={TOP}
              y2={bottom}
              className="stroke-line"
              strokeDasharray={tick === 0 || tick === 100 ? undefined : "2 4"}
            />
            <text
              x={`${tick}%`}
              y={bottom + 20}
              textAnchor="middle"
              className="fill-ink-faint text-xs tabular-nums"
            >
              {tick === 100 ? "100 %" : tick}
            </text>
          </g>
        ))}
        {rows.map((row, index) => (
          <Row key={row.label} row={row} y={TOP + index * ROW} />
        ))}
      </svg>
    </div>
  );
}

function Row({ row, y }: { row: IntervalRow; y: number }) {
  const middle = y + 42;
  return (
    <g>
      <rect x="0" y={y} width="100%" height={28} className="fill-surface" />
      <text x="0" y={y + 20} className="text-sm">
        <tspan className="fill-ink font-semibold">{row.label}</tspan>
        <tspan dx="8" className="fill-ink-faint">
          {row.detail}
        </tspan>
      </text>
      <text x="100%" y={y + 20} textAnchor="end" className="fill-ink font-semibold text-sm tabular-nums">
        {Math.round(row.value * 100)} %
      </text>
      <line
        x1={at(row.outer[0])}
        x2={at(row.outer[1])}
        y1={middle}
        y2={middle}
        className="stroke-band-wide"
        strokeWidth={2}
      />
      {row.outer.map((end) => (
        <line
          key={end}
          x1={at(end)}
          x2={at(end)}
          y1={middle - 7}
          y2={middle + 7}
          className="stroke-band-wide"
          strokeWidth={2}
        />
      ))}
      <rect
        x={at(row.inner[0])}
        y={middle - 5}
        width={at(row.inner[1] - row.inner[0])}
        height={10}
        rx={5}
        className="fill-band"
      />
      <circle
        cx={at(row.value)}
        cy={middle}
        r={5.5}
        className="fill-accent stroke-surface"
        strokeWidth={2.5}
      />
    </g>
  );
}

function at(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}
