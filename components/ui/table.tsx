import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

/**
 * A table that scrolls sideways inside its frame where the screen is narrow. `caption` says what it holds, for screen
 * readers unless `showCaption`. For thousands of rows: VirtualTable.
 */
export function Table({
  caption,
  showCaption = false,
  children,
}: {
  caption: ReactNode;
  showCaption?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      className="relative overflow-x-auto rounded-xl border border-line bg-surface"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : undefined}
    >
      <table className="w-full border-collapse text-left text-sm tabular-nums">
        <caption className={showCaption ? "px-4 py-3 text-left text-ink-faint text-sm" : "sr-only"}>
          {caption}
        </caption>
        {children}
      </table>
    </section>
  );
}

type Align = { readonly align?: "start" | "end" };

/** A column's title. */
export function Th({ align = "start", ...rest }: Align & Omit<ComponentProps<"th">, "className" | "align">) {
  return (
    <th
      scope="col"
      {...rest}
      className={classNames(
        "whitespace-nowrap border-line border-b bg-sunken px-4 py-2.5 font-medium text-ink-soft",
        align === "end" && "text-right",
      )}
    />
  );
}

/** A row's title. */
export function RowTh(props: Omit<ComponentProps<"th">, "className">) {
  return (
    <th scope="row" {...props} className="border-line border-t px-4 py-3 text-left align-top font-medium" />
  );
}

export function Td({ align = "start", ...rest }: Align & Omit<ComponentProps<"td">, "className" | "align">) {
  return (
    <td
      {...rest}
      className={classNames("border-line border-t px-4 py-3 align-top", align === "end" && "text-right")}
    />
  );
}
