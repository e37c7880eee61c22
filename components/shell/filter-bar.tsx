"use client";

import { usePathname, useRouter, useSearchParams } from "next/navigation";
import { type ReactNode, useTransition } from "react";
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
      className="mb-6 grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] items-end gap-3"
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

/** The filter in the address, and how to change it: an empty value leaves the key out. The page reloads its data in place. */
export function useFilter() {
  const router = useRouter();
  const pathname = usePathname();
  const filter = useSearchParams();
  const [isPending, startTransition] = useTransition();
  const setFilter = (changes: Readonly<Record<string, string>>) => {
    const next = new URLSearchParams(filter);
    for (const [key, value] of Object.entries(changes)) {
      if (value === "") next.delete(key);
      else next.set(key, value);
    }
    const query = next.toString();
    startTransition(() => router.replace(query ? `${pathname}?${query}` : pathname, { scroll: false }));
  };
  return { filter, setFilter, isPending };
}
