import type { ReactNode } from "react";

interface Props {
  readonly id: string;
  readonly title: string;
  readonly tone?: "plain" | "sunken";
  readonly children: ReactNode;
}

/** A full-width band of the home page with one heading. */
export function Section({ id, title, tone = "plain", children }: Props) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={tone === "sunken" ? "border-line border-y bg-sunken" : ""}
    >
      <div className="mx-auto max-w-6xl px-5 py-14 sm:px-8 lg:py-20">
        <h2
          id={`${id}-title`}
          className="mb-9 max-w-2xl font-medium font-serif text-3xl leading-tight tracking-tight sm:text-4xl"
        >
          {title}
        </h2>
        {children}
      </div>
    </section>
  );
}
