import { useMemo } from "react";

/** The browser's own time zone, and every name that it knows; `all` holds `chosen`, also where the browser has another name for it. */
export function useTimeZones(): { own: string; all: (chosen: string) => readonly string[] } {
  return useMemo(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const known = [...new Set(["UTC", own, ...Intl.supportedValuesOf("timeZone")])].toSorted();
    return { own, all: (chosen) => (known.includes(chosen) ? known : [chosen, ...known]) };
  }, []);
}
