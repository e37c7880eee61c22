import type { SourceFilter } from "@/server/sources/contract";

/** `path?…` with what the filter says, and with what changes. */
export function sourceHref(
  path: string,
  filter: SourceFilter,
  changes: Readonly<Record<string, string>> = {},
): string {
  const kept = Object.entries({ ...filter, ...changes }).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as [string, string]],
  );
  const query = new URLSearchParams(kept).toString();
  return query === "" ? path : `${path}?${query}`;
}
