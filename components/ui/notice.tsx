import type { ReactNode } from "react";
import { classNames } from "./class-names";

const TONES = {
  info: "border-line bg-sunken",
  good: "border-accent/40 bg-accent-soft",
  caution: "border-caution/40 bg-caution-soft",
  bad: "border-danger/40 bg-danger-soft",
} as const;

interface Props {
  readonly tone?: keyof typeof TONES;
  readonly title?: string;
  /** What can be done about it: a button or a link. */
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A message in the flow of a page. Bad news is announced to screen readers at once, the rest when they come by. */
export function Notice({ tone = "info", title, action, children }: Props) {
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      className={classNames(
        "flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border px-4 py-3 text-sm",
        TONES[tone],
      )}
    >
      <div className="min-w-0 flex-1 basis-60">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="wrap-anywhere text-ink-soft">{children}</div>}
      </div>
      {action}
    </div>
  );
}
