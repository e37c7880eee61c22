import type { ReactNode } from "react";

/** A framed part of a page, with a heading of its own. */
export function Card({
  title,
  detail,
  action,
  children,
}: {
  title: string;
  detail?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="min-w-0 rounded-xl border border-line bg-surface p-4 sm:p-6">
      <header className="mb-4 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 className="font-semibold text-lg leading-snug">{title}</h2>
          {detail && <div className="text-ink-faint text-sm">{detail}</div>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}
