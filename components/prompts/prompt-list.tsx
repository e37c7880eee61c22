"use client";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { classNames } from "@/components/ui/class-names";

/** A row that shall have the focus; a new object each time that it shall. */
export interface RevealedRow {
  readonly id: string;
}

interface Props {
  /** Of the rows in sight, in their order. */
  readonly ids: readonly string[];
  readonly revealed: RevealedRow | undefined;
  readonly children: (index: number) => ReactNode;
}

/** From here on only the rows around the screen are in the page. */
const LONG = 60;

/** The rows of the editor. A long list holds those around the screen alone, and the one that is being edited. */
export function PromptList({ ids, revealed, children }: Props) {
  const list = useRef<HTMLOListElement>(null);
  return ids.length > LONG ? (
    <LongList {...{ list, ids, revealed }}>{children}</LongList>
  ) : (
    <ShortList {...{ list, ids, revealed }}>{children}</ShortList>
  );
}

type ListProps = Props & { readonly list: RefObject<HTMLOListElement | null> };

function ShortList({ list, ids, revealed, children }: ListProps) {
  useEffect(() => (revealed ? focusRow(list, revealed.id, () => {}) : undefined), [revealed, list]);
  return (
    <ol ref={list}>
      {ids.map((id, index) => (
        <li key={id} data-row={id} className={ROW}>
          {children(index)}
        </li>
      ))}
    </ol>
  );
}

const ROW = "border-line not-first:border-t";

function LongList({ list, ids, revealed, children }: ListProps) {
  const edited = useRef(-1);
  const top = useTop(list);
  const virtualizer = useWindowVirtualizer<HTMLLIElement>({
    count: ids.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollMargin: top,
    // The server draws the first screen, and the browser begins with the same.
    initialRect: { width: 0, height: 900 },
    initialOffset: 0,
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    rangeExtractor: (range) => withEdited(range, edited.current),
  });
  const current = useRef({ ids, virtualizer });
  current.current = { ids, virtualizer };
  useEffect(() => {
    if (!revealed) return undefined;
    return focusRow(list, revealed.id, () => {
      const index = current.current.ids.indexOf(revealed.id);
      if (index >= 0)
        current.current.virtualizer.scrollToIndex(index, { align: "center", behavior: "instant" });
    });
  }, [revealed, list]);
  return (
    <ol ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map(({ key, index, start }) => (
        <li
          key={key}
          ref={virtualizer.measureElement}
          data-index={index}
          data-row={ids[index]}
          aria-setsize={ids.length}
          aria-posinset={index + 1}
          onFocus={() => {
            edited.current = index;
          }}
          onBlur={() => {
            edited.current = -1;
          }}
          className={classNames("absolute top-0 left-0 w-full border-line", index > 0 && "border-t")}
          style={{ transform: `translateY(${start - top}px)` }}
        >
          {children(index)}
        </li>
      ))}
    </ol>
  );
}

/** Of most rows on a wide screen, in pixels; each is measured when it is drawn. */
const ROW_HEIGHT = 57;

/** Where the list begins on the page, in pixels from its top: what stands above may grow and wrap. */
function useTop(list: RefObject<HTMLElement | null>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const look = () => {
      if (list.current) setTop(Math.round(list.current.getBoundingClientRect().top + window.scrollY));
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [list]);
  return top;
}

/** The row with the focus stays in the page wherever one scrolls to, or what is half typed in it would be lost. */
function withEdited(range: Range, edited: number): number[] {
  const around = defaultRangeExtractor(range);
  if (edited < 0 || edited >= range.count || around.includes(edited)) return around;
  return [...around, edited].sort((one, other) => one - other);
}

/** A row may need some frames until it is drawn, and those above it some more until they are measured. */
const FRAMES = 30;
const SETTLING = 8;

/** Brings a row into the page and puts the focus into its text, as soon as it is there. Returns how to give up. */
function focusRow(list: RefObject<HTMLElement | null>, id: string, bring: () => void): () => void {
  let request = 0;
  const look = (left: number) => {
    const area = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] textarea`);
    if (!area) bring();
    else if (document.activeElement !== area) area.focus({ preventScroll: true });
    area?.scrollIntoView({ block: "center", behavior: "instant" });
    const next = area ? Math.min(left, SETTLING) - 1 : left - 1;
    if (next > 0) request = requestAnimationFrame(() => look(next));
  };
  request = requestAnimationFrame(() => look(FRAMES));
  return () => cancelAnimationFrame(request);
}
