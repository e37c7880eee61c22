"use client";

import { X } from "lucide-react";
import { classNames } from "@/components/ui/class-names";

interface Props {
  /** What they are, for screen readers: "Aliases". */
  readonly label: string;
  readonly names: readonly string[];
  readonly disabled: boolean;
  readonly onRemove: (name: string) => void;
  /** The one that is looked at, and how to look at another; left out: there is nothing to see. */
  readonly looked?: { readonly name: string; readonly onLook: (name: string) => void };
}

/** Names as tokens: each can be taken away, and looked at where that says something. */
export function NameList({ label, names, disabled, onRemove, looked }: Props) {
  if (names.length === 0) return null;
  return (
    <ul aria-label={label} className="flex flex-wrap gap-2">
      {names.map((name) => (
        <li
          key={name}
          className={classNames(
            "inline-flex min-w-0 items-center rounded-md border text-sm",
            looked?.name === name ? "border-accent bg-accent-soft" : "border-line bg-sunken",
          )}
        >
          {looked ? (
            <button
              type="button"
              aria-pressed={looked.name === name}
              title="What it matches"
              onClick={() => looked.onLook(looked.name === name ? "" : name)}
              className="wrap-anywhere min-h-9 cursor-pointer px-3 text-left underline decoration-line-strong decoration-dotted underline-offset-4 max-sm:min-h-11"
            >
              {name}
            </button>
          ) : (
            <span className="wrap-anywhere flex min-h-9 items-center px-3 max-sm:min-h-11">{name}</span>
          )}
          {!disabled && (
            <button
              type="button"
              aria-label={`Remove ${name}`}
              onClick={() => onRemove(name)}
              className="grid size-9 shrink-0 cursor-pointer place-items-center rounded-md text-ink-faint hover:text-danger max-sm:size-11"
            >
              <X size={14} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
