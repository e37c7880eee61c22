import Link from "next/link";
import type { ReactNode } from "react";

const SHAPE =
  "inline-flex min-h-11 items-center justify-center rounded-md px-5 py-2.5 font-semibold text-[0.95rem] transition-colors";
const LOOKS = {
  primary: `${SHAPE} bg-accent text-accent-ink hover:bg-ink hover:text-paper`,
  quiet: `${SHAPE} border border-line text-ink hover:border-ink-faint hover:bg-sunken`,
} as const;

interface Props {
  readonly look?: keyof typeof LOOKS;
  readonly children: ReactNode;
}

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ href, look = "primary", children }: Props & { href: string }) {
  return (
    <Link href={href} className={LOOKS[look]}>
      {children}
    </Link>
  );
}

/** A button: it does something on this page. */
export function Button({ onClick, look = "primary", children }: Props & { onClick: () => void }) {
  return (
    <button type="button" onClick={onClick} className={`${LOOKS[look]} cursor-pointer`}>
      {children}
    </button>
  );
}
