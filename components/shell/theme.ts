"use client";

import { THEME_KEY } from "@/components/ui/theme-script";

export type Theme = "light" | "dark" | "system";

const CHANGED = "themechange";

/** Calls `listener` whenever a colour scheme was chosen, here or in another window; gives back what ends that. */
export function subscribeToTheme(listener: () => void): () => void {
  for (const event of [CHANGED, "storage"]) addEventListener(event, listener);
  return () => {
    for (const event of [CHANGED, "storage"]) removeEventListener(event, listener);
  };
}

/** The chosen colour scheme, kept on this device. */
export function readTheme(): Theme {
  const kept = localStorage.getItem(THEME_KEY);
  return kept === "light" || kept === "dark" ? kept : "system";
}

export function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === "system") {
    localStorage.removeItem(THEME_KEY);
    delete root.dataset.theme;
  } else {
    localStorage.setItem(THEME_KEY, theme);
    root.dataset.theme = theme;
  }
  dispatchEvent(new Event(CHANGED));
}
