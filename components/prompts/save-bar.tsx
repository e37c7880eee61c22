"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";

interface Props {
  /** What was edited, in short. */
  readonly edits: string;
  /** What the next version does to the series. */
  readonly effect: string;
  readonly problems: number;
  readonly nextVersion: number;
  readonly saving: boolean;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onShowProblem: () => void;
  readonly children?: ReactNode;
}

/** Stays in sight while something isn't saved: what it is, what saving does, and the way out. */
export function SaveBar(props: Props) {
  const { edits, effect, problems, nextVersion, saving, onSave, onDiscard, onShowProblem, children } = props;
  const bar = useRef<HTMLElement>(null);
  useEffect(() => standBelowToasts(bar.current), []);
  return (
    <section
      ref={bar}
      aria-label="Unsaved changes"
      className="sticky bottom-0 z-20 -mx-4 mt-6 border-line border-t bg-surface px-4 py-3 shadow-[0_-8px_24px_-16px_rgb(0_0_0/0.35)] sm:bottom-4 sm:mx-0 sm:rounded-xl sm:border"
    >
      {children}
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          <p role="status" className="font-semibold text-sm">
            {edits}
          </p>
          <p className="text-ink-faint text-sm">
            {problems === 0 ? (
              effect
            ) : (
              <button
                type="button"
                onClick={onShowProblem}
                className="cursor-pointer text-left text-danger underline underline-offset-2"
              >
                {problems === 1
                  ? "1 prompt can’t be saved as it is. Show it"
                  : `${problems} prompts can’t be saved as they are. Show the first`}
              </button>
            )}
          </p>
        </div>
        <div className="flex flex-wrap gap-2.5 max-sm:w-full">
          <Button look="plain" size="small" disabled={saving} onClick={onDiscard}>
            Discard
          </Button>
          <span className="max-sm:flex-1 max-sm:[&>button]:w-full">
            <Button size="small" busy={saving} onClick={onSave}>
              {saving ? "Saving…" : `Save as version ${nextVersion}`}
            </Button>
          </span>
        </div>
      </div>
    </section>
  );
}

/** Toasts stand above the bar, not on its buttons. Returns how to undo that. */
function standBelowToasts(bar: HTMLElement | null): (() => void) | undefined {
  if (!bar) return undefined;
  const { style } = document.documentElement;
  const observer = new ResizeObserver(() => style.setProperty("--bottom-bar", `${bar.offsetHeight + 12}px`));
  observer.observe(bar);
  return () => {
    observer.disconnect();
    style.removeProperty("--bottom-bar");
  };
}
