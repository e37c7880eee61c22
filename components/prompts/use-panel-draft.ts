import { useEffect, useState } from "react";
import { hasEdits, noEdits, type PanelEdits, withoutBlanks } from "./panel-draft";

const WAIT_MS = 300;

interface Kept {
  readonly edits: PanelEdits;
  /** They come from before this visit of the page. */
  readonly broughtBack: boolean;
}

/**
 * The edits of a panel, kept in this tab until they are saved or discarded: over reloads, and over visits of other pages.
 * While there are any, the browser asks before the tab is closed. `saved`: a version holds them that the page waits for.
 */
export function usePanelDraft(storageKey: string, version: number, saved: boolean) {
  const [{ edits, broughtBack }, setKept] = useState<Kept>({ edits: noEdits(version), broughtBack: false });
  const [loaded, setLoaded] = useState(false);

  useEffect(() => {
    const found = readKept(storageKey);
    if (found) setKept({ edits: found, broughtBack: true });
    setLoaded(true);
  }, [storageKey]);

  useEffect(() => {
    if (!loaded) return;
    // What is saved must not come back on top of the version that holds it, should the page be left before it has that.
    const keep = () => writeKept(storageKey, saved ? noEdits(version) : edits);
    const timer = setTimeout(keep, WAIT_MS);
    addEventListener("pagehide", keep);
    return () => {
      clearTimeout(timer);
      removeEventListener("pagehide", keep);
      keep();
    };
  }, [storageKey, edits, loaded, saved, version]);

  const unsaved = hasEdits(edits);
  useEffect(() => {
    if (!unsaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [unsaved]);

  const setEdits = (change: (now: PanelEdits) => PanelEdits) =>
    setKept((now) => ({ ...now, edits: change(now.edits) }));
  const reset = (to: PanelEdits) => setKept({ edits: to, broughtBack: false });
  return { edits, broughtBack, setEdits, reset };
}

function writeKept(storageKey: string, edits: PanelEdits): void {
  try {
    if (hasEdits(edits)) sessionStorage.setItem(storageKey, JSON.stringify(withoutBlanks(edits)));
    else sessionStorage.removeItem(storageKey);
  } catch {
    // Storage is full or forbidden: the edits stay on the page, and leaving it asks first.
  }
}

function readKept(storageKey: string): PanelEdits | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "null");
    return isEdits(kept) && hasEdits(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Written by `writeKept` of this version of the page; anything else isn't looked at. */
function isEdits(kept: unknown): kept is PanelEdits {
  if (typeof kept !== "object" || kept === null) return false;
  const fits = "base" in kept && "removed" in kept && "changed" in kept && "added" in kept;
  return fits && Array.isArray(kept.removed) && Array.isArray(kept.added) && typeof kept.changed === "object";
}
