"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useOptimistic, useTransition } from "react";
import { SelectField } from "@/components/ui/field";
import { formatWindow } from "@/components/ui/format";
import type { FilterOptions } from "@/server/reports/contract";
import { surfaceLabel } from "./surface-label";

interface Props {
  readonly options: FilterOptions;
  /** What the window reads when none is chosen: "Newest window", or "All windows" on a page that can show all. */
  readonly anyWindow: string;
  /** Further fields of the page, in the same row. They keep themselves in the address with `useFilter`. */
  readonly children?: ReactNode;
}

/** Engine, surface and window, kept in the address: a link shows what its sender saw. */
export function FilterBar({ options, anyWindow, children }: Props) {
  const { filter, setFilter, isPending } = useFilter();
  return (
    <search
      aria-label="Filter"
      aria-busy={isPending}
      className="mb-6 grid grid-cols-[repeat(auto-fill,minmax(min(9.5rem,100%),1fr))] items-end gap-3"
    >
      <SelectField
        label="Engine"
        value={filter.get("engine") ?? ""}
        onChange={(event) => setFilter({ engine: event.target.value })}
      >
        <option value="">All engines</option>
        {options.engines.map(({ engineId, label }) => (
          <option key={engineId} value={engineId}>
            {label}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Surface"
        value={filter.get("surface") ?? ""}
        onChange={(event) => setFilter({ surface: event.target.value })}
      >
        <option value="">All surfaces</option>
        {options.surfaces.map((surface) => (
          <option key={surface} value={surface}>
            {surfaceLabel(surface)}
          </option>
        ))}
      </SelectField>
      <SelectField
        label="Window"
        value={filter.get("window") ?? ""}
        onChange={(event) => setFilter({ window: event.target.value })}
      >
        <option value="">{anyWindow}</option>
        {options.windows.map((window) => (
          <option key={window.start} value={window.start}>
            {formatWindow(window)}
          </option>
        ))}
      </SelectField>
      {children}
    </search>
  );
}

/** The change that is on its way to the address, and what it was made over: the next one, of any field, adds to it. */
let underway: { readonly over: string; readonly query: string } | undefined;

/**
 * The filter in the address, and how to change it: an empty value leaves the key out. Fields show the change at once, and
 * the page reloads its data in place.
 */
export function useFilter() {
  const router = useRouter();
  const pathname = usePathname();
  const address = useSearchParams();
  const [filter, showFilter] = useOptimistic<URLSearchParams>(address);
  const [isPending, startTransition] = useTransition();
  const over = `${pathname}?${address}`;
  useEffect(() => {
    if (underway?.over !== over) underway = undefined;
    return () => {
      underway = undefined;
    };
  }, [over]);
  const setFilter = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(underway?.over === over ? underway.query : address);
    for (const [key, value] of Object.entries(changes)) {
      if (value === "") next.delete(key);
      else next.set(key, value);
    }
    const query = next.toString();
    underway = { over, query };
    startTransition(() => {
      showFilter(next);
      router.replace(query ? `${pathname}?${query}` : pathname, { scroll: false });
    });
  };
  return { filter, setFilter, isPending };
}
