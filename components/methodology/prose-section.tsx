import type { ReactNode } from "react";

/** A part of the method with its heading, reachable by its address. */
export function ProseSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-6 border-line border-t pt-8">
      <h2 id={`${id}-title`} className="mb-5 font-medium font-serif text-3xl leading-tight tracking-tight">
        {title}
      </h2>
      <div className="flex flex-col gap-5">{children}</div>
    </section>
  );
}
