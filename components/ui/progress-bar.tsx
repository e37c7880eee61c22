import { classNames } from "./class-names";

export interface ProgressPart {
  readonly label: string;
  readonly value: number;
  readonly tone: "good" | "active" | "bad" | "muted";
}

const TONES = {
  good: "bg-accent",
  active: "bg-band",
  bad: "bg-danger",
  muted: "bg-line-strong",
} as const;

/** How much of `total` is done, in parts side by side. Announces the done share, never the colours. */
export function ProgressBar({
  label,
  total,
  done,
  parts,
}: {
  label: string;
  total: number;
  done: number;
  parts: readonly ProgressPart[];
}) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      aria-valuetext={`${done} of ${total}`}
      className="flex h-2.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      {parts.map((part) => (
        <div
          key={part.label}
          className={classNames(
            "h-full motion-safe:transition-[width] motion-safe:duration-500",
            TONES[part.tone],
          )}
          style={{ width: `${total === 0 ? 0 : (part.value / total) * 100}%` }}
        />
      ))}
    </div>
  );
}
