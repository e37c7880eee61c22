import { formatNumber } from "@/components/ui/format";
import type { ShownText } from "@/server/operations/contract";

/** A job's words, as text: nothing in them is markup, and no line of them widens the page. */
export function ShownCode({ shown: { text, cut }, label }: { shown: ShownText; label: string }) {
  return (
    <>
      <section
        className="max-h-96 w-full overflow-auto rounded-lg bg-sunken"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={label}
      >
        <pre className="wrap-anywhere whitespace-pre-wrap p-3.5 font-mono text-xs leading-relaxed">
          {text}
        </pre>
      </section>
      {cut && (
        <p className="mt-1.5 text-ink-faint text-xs">The first {formatNumber(text.length)} characters.</p>
      )}
    </>
  );
}
