import type { ReactNode } from "react";

interface Props {
  /** `div` where a page around it has its `main` already. */
  readonly as?: "main" | "div";
  readonly eyebrow: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** A page that has one thing to say. */
export function Message({ as: Tag = "main", eyebrow, title, children }: Props) {
  return (
    <Tag
      className={`mx-auto flex max-w-xl flex-col items-start justify-center gap-5 px-5 py-16 text-ink-soft ${Tag === "main" ? "min-h-svh" : "min-h-[60svh]"}`}
    >
      <p className="font-semibold text-accent text-sm tabular-nums">{eyebrow}</p>
      <h1 className="font-medium font-serif text-4xl text-ink leading-tight tracking-tight">{title}</h1>
      {children}
    </Tag>
  );
}
