"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again, every 3 seconds unless told otherwise, while something on it goes on and it is looked at. */
export function RefreshWhileOpen({ open, everyMs = 3_000 }: { open: boolean; everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    if (!open) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [open, everyMs, router]);
  return null;
}
