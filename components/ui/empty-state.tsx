import type { ReactNode } from "react";

/** In place of a list that has nothing yet: what would stand here, and how to get there. */
export function EmptyState({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-col items-start gap-3 rounded-xl border border-line border-dashed px-6 py-10 sm:px-10">
      <h2 className="font-medium font-serif text-2xl tracking-tight">{title}</h2>
      <div className="max-w-prose text-ink-soft">{children}</div>
      {action && <div className="mt-2 flex flex-wrap gap-3">{action}</div>}
    </div>
  );
}
