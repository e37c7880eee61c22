import Link from "next/link";
import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

const SHAPE =
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded-md font-semibold transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress";
const LOOKS = {
  primary: "bg-accent text-accent-ink enabled:hover:bg-ink enabled:hover:text-paper",
  quiet: "border border-line-strong text-ink enabled:hover:bg-sunken",
  plain: "text-ink-soft enabled:hover:bg-sunken enabled:hover:text-ink",
  danger: "border border-danger text-danger enabled:hover:bg-danger-soft",
} as const;
const LINK_LOOKS = {
  ...LOOKS,
  primary: "bg-accent text-accent-ink hover:bg-ink hover:text-paper",
  quiet: "border border-line-strong text-ink hover:bg-sunken",
  plain: "text-ink-soft hover:bg-sunken hover:text-ink",
} as const;
const SIZES = {
  normal: "min-h-11 px-5 py-2.5 text-[0.95rem]",
  small: "min-h-9 px-3 py-1.5 text-sm max-sm:min-h-11",
} as const;

interface Looks {
  readonly look?: keyof typeof LOOKS;
  readonly size?: keyof typeof SIZES;
  readonly children: ReactNode;
}

/** The classes of a button, for what a library draws as one. */
export function buttonLook(
  look: keyof typeof LOOKS = "primary",
  size: keyof typeof SIZES = "normal",
): string {
  return classNames(SHAPE, LOOKS[look], SIZES[size]);
}

/** A link that looks like a button: it goes somewhere. `plain` addresses of files need `download`. */
export function ButtonLink({
  look = "primary",
  size = "normal",
  ...rest
}: Looks & Omit<ComponentProps<typeof Link>, "className">) {
  return <Link {...rest} className={classNames(SHAPE, LINK_LOOKS[look], SIZES[size])} />;
}

/** A button: it does something on this page. `busy` while it does: it says so and can't be pressed again. */
export function Button({
  look,
  size,
  busy = false,
  disabled = false,
  type = "button",
  ...rest
}: Looks & { busy?: boolean } & Omit<ComponentProps<"button">, "className">) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy}
      className={buttonLook(look, size)}
    />
  );
}
