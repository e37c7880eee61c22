import type { ReactNode } from "react";

/** The top of a page: its one h1, a line about it, and what can be done. */
export function PageHeader({
  title,
  detail,
  actions,
}: {
  title: ReactNode;
  detail?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      <div className="min-w-0 flex-1 basis-72">
        <h1 className="wrap-anywhere font-medium font-serif text-3xl leading-tight tracking-tight sm:text-4xl">
          {title}
        </h1>
        {detail && <div className="mt-1.5 max-w-prose text-ink-soft">{detail}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-start gap-2.5">{actions}</div>}
    </header>
  );
}
