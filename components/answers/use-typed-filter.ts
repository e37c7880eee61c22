"use client";

import { useEffect, useState } from "react";
import { useFilter } from "@/components/shell/filter-bar";

const PAUSE_MS = 350;

/**
 * A filter that is typed: what stands in the field, and in the address after a pause. When the address changes by itself
 * (a link, the back button) the field follows; what is typed meanwhile is never taken back.
 */
export function useTypedFilter(key: string): readonly [string, (typed: string) => void] {
  const { filter, setFilter } = useFilter();
  const inAddress = filter.get(key) ?? "";
  const [typed, setTyped] = useState(inAddress);
  const [known, setKnown] = useState({ address: inAddress, sent: inAddress });
  if (inAddress !== known.address) {
    if (inAddress !== known.sent) setTyped(inAddress);
    setKnown({ address: inAddress, sent: inAddress });
  }
  const wanted = typed.trim();
  useEffect(() => {
    if (wanted === known.sent) return;
    const pause = setTimeout(() => {
      setKnown({ address: inAddress, sent: wanted });
      setFilter({ [key]: wanted });
    }, PAUSE_MS);
    return () => clearTimeout(pause);
  }, [key, wanted, known.sent, inAddress, setFilter]);
  return [typed, setTyped];
}
