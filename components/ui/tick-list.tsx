import type { ReactNode } from "react";

interface Item {
  /** What is chosen, and how it is told from the others. */
  readonly text: string;
  /** Below it. */
  readonly detail?: ReactNode;
  /** Beside it. */
  readonly aside?: ReactNode;
}

interface Props {
  /** How the list is called. */
  readonly label: string;
  /** What is said of it above: announced when it changes. */
  readonly status: ReactNode;
  readonly items: readonly Item[];
  /** Texts that were unticked. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (text: string) => void;
}

/** What is offered, all of it ticked until somebody unticks it. */
export function TickList({ label, status, items, left, onToggle }: Props) {
  return (
    <section aria-label={label} className="flex flex-col gap-2">
      <p role="status" className="text-ink-faint text-sm">
        {status}
      </p>
      {items.length > 0 && (
        <ul
          className="max-h-80 overflow-y-auto rounded-lg border border-line"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          {items.map(({ text, detail, aside }) => (
            <li key={text} className="border-line not-first:border-t">
              <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 text-sm hover:bg-sunken">
                <input
                  type="checkbox"
                  checked={!left.has(text)}
                  onChange={() => onToggle(text)}
                  className="mt-0.5 size-4 shrink-0 accent-accent"
                />
                <span dir="auto" className="wrap-anywhere min-w-0 flex-1">
                  {text}
                  {detail}
                </span>
                {aside}
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** The set of unticked texts after a press. */
export function toggled(left: ReadonlySet<string>, text: string): ReadonlySet<string> {
  const next = new Set(left);
  if (!next.delete(text)) next.add(text);
  return next;
}
