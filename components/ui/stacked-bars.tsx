import { classNames } from "./class-names";

export interface StackedBar {
  readonly key: string | number;
  /** From the ground up; a value of 0 draws nothing. */
  readonly parts: readonly { readonly tone: keyof typeof TONES; readonly value: number }[];
}

const TONES = {
  good: "fill-accent",
  caution: "fill-caution",
  bad: "fill-danger",
  muted: "fill-line-strong",
} as const;

const PLOT = 96;
/** Units of the drawing's width that a bar and the gap after it take. */
const [BAR, GAP] = [8, 2];

/**
 * Bars side by side on one scale, the first at the left, with words below both ends. `summary` says what a person sees; the
 * numbers belong in a table beside it.
 */
export function StackedBars({
  bars,
  ends,
  summary,
}: {
  bars: readonly StackedBar[];
  ends: readonly [first: string, last: string];
  summary: string;
}) {
  const heights = bars.map(({ parts }) => parts.reduce((sum, { value }) => sum + value, 0));
  const top = Math.max(1, ...heights);
  return (
    <figure>
      <svg
        width="100%"
        height={PLOT}
        viewBox={`0 0 ${bars.length * (BAR + GAP) - GAP} ${PLOT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={summary}
        className="block"
      >
        <line x1="0" x2="100%" y1={PLOT - 0.5} y2={PLOT - 0.5} className="stroke-line" />
        {bars.map((bar, index) => (
          <Bar key={bar.key} bar={bar} x={index * (BAR + GAP)} scale={(PLOT - 2) / top} />
        ))}
      </svg>
      <figcaption className="mt-1 flex justify-between gap-4 text-ink-faint text-xs" aria-hidden="true">
        <span>{ends[0]}</span>
        <span>{ends[1]}</span>
      </figcaption>
    </figure>
  );
}

function Bar({ bar, x, scale }: { bar: StackedBar; x: number; scale: number }) {
  let ground = PLOT;
  return bar.parts.map(({ tone, value }) => {
    // What there is a little of is still in sight.
    const height = value === 0 ? 0 : Math.max(1.5, value * scale);
    ground -= height;
    return (
      <rect key={tone} x={x} y={ground} width={BAR} height={height} className={classNames(TONES[tone])} />
    );
  });
}
