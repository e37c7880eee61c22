"use client";

import { useSyncExternalStore } from "react";

const CHANGED = "notificationsseen";
const keyOf = (org: string) => `notifications-seen:${org}`;

function subscribe(listener: () => void): () => void {
  for (const event of [CHANGED, "storage"]) addEventListener(event, listener);
  return () => {
    for (const event of [CHANGED, "storage"]) removeEventListener(event, listener);
  };
}

/** The moment of the newest notification that was looked at on this device; null before the first look. */
export function useSeenUntil(org: string): string | null {
  // The server knows of no device: nothing is new there, so that nothing lights up and goes out again.
  return useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(keyOf(org)),
    () => "9999",
  );
}

/** Keeps that everything up to `at` (an ISO moment) was looked at. */
export function setSeenUntil(org: string, at: string): void {
  localStorage.setItem(keyOf(org), at);
  dispatchEvent(new Event(CHANGED));
}
