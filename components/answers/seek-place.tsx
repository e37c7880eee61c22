"use client";

import { useEffect } from "react";

/** Moves the focus to the place of the text that the address names, however one came here: `#said-120`. */
export function SeekPlace() {
  useEffect(() => {
    const seek = () => {
      const place = /^#said-\d+$/.exec(location.hash)?.[0].slice(1);
      if (place) document.getElementById(place)?.focus();
    };
    seek();
    addEventListener("hashchange", seek);
    return () => removeEventListener("hashchange", seek);
  }, []);
  return null;
}
