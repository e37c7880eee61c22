import { useEffect, useRef } from "react";
import { brandLook, MARKS_INSIDE } from "@/components/answers/brand-look";
import { PieceCutter, withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { formatMoment } from "@/components/ui/format";
import type { ClaimedItemDto } from "@/server/review/contract";

/** The answer that an item is about, as it was written, with the name in question marked and in sight. */
export function ReviewedAnswer({ item }: { item: ClaimedItemDto }) {
  const text = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = text.current;
    const mark = box?.querySelector("mark");
    if (box && mark) box.scrollTop = mark.offsetTop - box.offsetTop - box.clientHeight / 3;
  }, []);
  const marks = item.spans.map((span) => ({ ...span, brand: 0 }));
  const pieces = new PieceCutter(item.text, marks).cut(0, item.text.length);
  return (
    <>
      <p className="text-ink-soft text-sm">
        {item.engine}, {formatMoment(item.observedAt)} UTC, asked:
      </p>
      <p dir="auto" className="wrap-anywhere mb-3 font-medium">
        {withoutBidiControls(item.prompt)}
      </p>
      <section
        ref={text}
        aria-label="Answer"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        className={`wrap-anywhere relative max-h-72 overflow-y-auto whitespace-pre-wrap rounded-lg border border-line bg-sunken px-4 py-3 text-[0.95rem] leading-relaxed ${MARKS_INSIDE}`}
      >
        <div dir="auto">
          {pieces.map(({ shown, start, brand }) =>
            brand === null ? (
              <span key={start}>{shown}</span>
            ) : (
              <mark key={start} className={brandLook(brand)}>
                {shown}
              </mark>
            ),
          )}
        </div>
      </section>
    </>
  );
}
