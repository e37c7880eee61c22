import type { ReactNode } from "react";

/** A page that has one thing to say. */
export function Message({
  eyebrow,
  title,
  children,
}: {
  eyebrow: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <main className="mx-auto flex min-h-svh max-w-xl flex-col items-start justify-center gap-5 px-5 py-16 text-ink-soft">
      <p className="font-semibold text-accent text-sm tabular-nums">{eyebrow}</p>
      <h1 className="font-medium font-serif text-4xl text-ink leading-tight tracking-tight">{title}</h1>
      {children}
    </main>
  );
}
