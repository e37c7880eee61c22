"use client";

import { defaultRangeExtractor, type Range, useWindowVirtualizer } from "@tanstack/react-virtual";
import {
  type CSSProperties,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { classNames } from "./class-names";

export interface VirtualColumn<Row> {
  readonly id: string;
  readonly header: string;
  /** Its width where there is room for columns, as a grid track: "8rem", "minmax(0,1fr)". */
  readonly width: string;
  readonly align?: "start" | "end";
  /** On a card, which a row is where there is no room: on a line of its own, or beside others after its header. */
  readonly onCard: "line" | "beside";
  readonly cell: (row: Row) => ReactNode;
}

interface Props<Row> {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly VirtualColumn<Row>[];
  /** The rows that are there so far. */
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** How many rows there are in all. */
  readonly total: number;
  /** Called while the end of `rows` is near the screen: the place to load more. May be called again and again. */
  readonly onNearEnd?: (() => void) | undefined;
  readonly busy?: boolean;
}

const ROW_HEIGHT = 96;
const NEAR_END = 40;

/**
 * A table of any length, of which only the rows near the screen are drawn; it scrolls with the page. A row should hold one
 * link, stretched over it (`after:absolute after:inset-0`). Rows are cards where the room is under 56 rem.
 */
export function VirtualTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  total,
  onNearEnd,
  busy = false,
}: Props<Row>) {
  const list = useRef<HTMLDivElement>(null);
  const focused = useRef<number | null>(null);
  const top = useTop(list);
  // Another function would have the place of every row computed anew.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : rowKey(row);
    },
    [rows, rowKey],
  );
  const virtualizer = useWindowVirtualizer<HTMLDivElement>({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    getItemKey,
    overscan: 6,
    scrollMargin: top,
    // The server draws the first screen, and the browser has to begin with the same.
    initialRect: { width: 0, height: 900 },
    initialOffset: 0,
    rangeExtractor: (range) => withFocused(range, focused.current),
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - NEAR_END) onNearEnd?.();
  }, [last, rows.length, onNearEnd]);

  const tracks: CSSProperties & Record<"--tracks", string> = {
    "--tracks": columns.map(({ width }) => width).join(" "),
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that are placed by hand, and cards, are no table to a browser
    <div
      role="table"
      aria-label={caption}
      aria-rowcount={total + 1}
      aria-busy={busy}
      className="@container rounded-xl border border-line bg-surface text-sm tabular-nums"
      style={tracks}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup">
        {/* biome-ignore lint/a11y: as above; its cells can't be acted on */}
        <div
          role="row"
          aria-rowindex={1}
          className="sr-only rounded-t-xl border-line border-b bg-sunken px-4 @4xl:not-sr-only @4xl:grid @4xl:grid-cols-(--tracks) @4xl:gap-4 @4xl:px-4 @4xl:py-2.5"
        >
          {columns.map(({ id, header, align }) => (
            // biome-ignore lint/a11y: as above
            <div
              key={id}
              role="columnheader"
              className={classNames("font-medium text-ink-soft", align === "end" && "text-right")}
            >
              {header}
            </div>
          ))}
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" ref={list} className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            // biome-ignore lint/a11y: as above; the row's link is what can be acted on
            <div
              key={key}
              role="row"
              aria-rowindex={index + 2}
              data-index={index}
              ref={virtualizer.measureElement}
              onFocus={() => {
                focused.current = index;
              }}
              onBlur={() => {
                focused.current = null;
              }}
              className={classNames(
                "absolute top-0 left-0 flex w-full flex-wrap content-start gap-x-4 gap-y-1 border-line px-4 py-3.5 hover:bg-sunken has-[a:focus-visible]:bg-sunken @4xl:grid @4xl:h-24 @4xl:grid-cols-(--tracks) @4xl:content-center @4xl:py-0",
                index > 0 && "border-t",
              )}
              style={{ transform: `translateY(${start - top}px)` }}
            >
              <Cells columns={columns} row={row} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Drawn once for as long as the row is on the screen, however the page scrolls. */
function Cells<Row>({ columns, row }: { columns: readonly VirtualColumn<Row>[]; row: Row }) {
  return useMemo(
    () => columns.map((column) => <Cell key={column.id} column={column} row={row} />),
    [columns, row],
  );
}

function Cell<Row>({ column, row }: { column: VirtualColumn<Row>; row: Row }) {
  const beside = column.onCard === "beside";
  return (
    // biome-ignore lint/a11y: see the table
    <div
      role="cell"
      className={classNames(
        "min-w-0",
        beside ? "flex gap-1.5 @4xl:block" : "basis-full",
        column.align === "end" && "@4xl:text-right",
      )}
    >
      {beside && <span className="text-ink-faint @4xl:hidden">{column.header}</span>}
      {column.cell(row)}
    </div>
  );
}

/** Where the list begins on the page, in pixels from its top: what stands above may grow and wrap. */
function useTop(list: { readonly current: HTMLElement | null }): number {
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

/** The row that holds the focus stays drawn, wherever the page is, with its neighbours: Tab goes on from there. */
function withFocused(range: Range, focused: number | null): number[] {
  const drawn = defaultRangeExtractor(range);
  if (focused === null) return drawn;
  const kept = [focused - 1, focused, focused + 1].filter((index) => index >= 0 && index < range.count);
  return [...new Set([...drawn, ...kept])].sort((a, b) => a - b);
}
