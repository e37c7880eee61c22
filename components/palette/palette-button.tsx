"use client";

import { Search } from "lucide-react";
import { type ComponentProps, lazy, Suspense, useEffect, useState } from "react";
import type { Place } from "./command-groups";

const fetchDialog = () =>
  import("./palette-dialog").then(({ PaletteDialog }) => ({ default: PaletteDialog }));
const PaletteDialog = lazy(fetchDialog);

type Props = Pick<Place, "org" | "orgs" | "workspaces">;

/** Opens the command palette, as Ctrl K and ⌘ K do from anywhere. Stands once on a page: the keys are its own. */
export function PaletteButton(place: Props) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      if (event.altKey || event.shiftKey) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return (
    <>
      <SearchButton
        onPointerEnter={() => void fetchDialog()}
        onFocus={() => void fetchDialog()}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <PaletteDialog {...place} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

function SearchButton(button: ComponentProps<"button">) {
  return (
    <button
      {...button}
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      className="flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded-lg border border-line bg-surface px-3 py-1.5 text-ink-faint text-sm hover:border-line-strong hover:text-ink-soft max-lg:min-h-11"
    >
      <Search size={15} aria-hidden="true" />
      <span className="flex-1 text-left">Go to…</span>
      <kbd className="font-sans text-xs max-lg:hidden">Ctrl K</kbd>
    </button>
  );
}
