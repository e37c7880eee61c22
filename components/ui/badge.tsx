import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  neutral: "border-line text-ink-soft bg-surface",
  good: "border-transparent bg-accent-soft text-accent",
  caution: "border-transparent bg-caution-soft text-caution",
  bad: "border-transparent bg-danger-soft text-danger",
} as const;

export type Tone = keyof typeof TONES;

/** A word or two about a thing's state. The word says it; the colour only helps. */
export function Badge({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 whitespace-nowrap rounded-full border px-2.5 py-0.5 font-medium text-xs",
        TONES[tone],
      )}
    >
      {children}
    </span>
  );
}
