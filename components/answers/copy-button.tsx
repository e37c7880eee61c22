"use client";

import { useState } from "react";

/** Copies a value; says so where the press was, for eyes and for screen readers. */
export function CopyButton({ value, what }: { value: string; what: string }) {
  const [said, setSaid] = useState("");
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => setSaid("Copied"),
      () => setSaid("Could not copy: select it instead"),
    );
  return (
    <span className="inline-flex items-center gap-2">
      <button
        type="button"
        aria-label={`Copy ${what}`}
        onClick={copy}
        onBlur={() => setSaid("")}
        className="min-h-8 cursor-pointer rounded-md border border-line px-2 text-ink-soft text-xs hover:border-line-strong hover:text-ink max-sm:min-h-11 max-sm:px-3"
      >
        Copy
      </button>
      <span role="status" className="text-ink-soft text-xs">
        {said}
      </span>
    </span>
  );
}
