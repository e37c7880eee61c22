import type { ReactNode } from "react";

/** A part of a series: a heading, a line about it, and what it holds. */
export function Block({
  title,
  detail,
  action,
  children,
}: {
  title: string;
  detail?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section className="min-w-0 border-line border-t pt-5">
      <header className="flex not-last:mb-3 flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
        <div className="min-w-0">
          <h3 className="font-semibold">{title}</h3>
          {detail && <div className="max-w-prose text-ink-faint text-sm">{detail}</div>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
