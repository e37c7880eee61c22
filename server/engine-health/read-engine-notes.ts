import type { Database } from "@/db/client";
import { findEngine } from "@/server/engines";
import { pausedWords, restingWords } from "./health-words";
import { readStandings } from "./read-standings";

/** What people should know of an engine before they ask it: it is asked by nobody, or its asks may end without an answer. */
export interface EngineNote {
  readonly kind: "paused" | "resting";
  /** A sentence without its full stop. */
  readonly words: string;
}

/** Notes by engine id; none for an engine that is simply asked. */
export async function readEngineNotes(tx: Database): Promise<ReadonlyMap<string, EngineNote>> {
  const notes = new Map<string, EngineNote>();
  for (const [engineId, { pausedReason }] of await readStandings(tx)) {
    const label = findEngine(engineId)?.label ?? engineId;
    notes.set(
      engineId,
      pausedReason === null
        ? { kind: "resting", words: restingWords(label) }
        : { kind: "paused", words: pausedWords(label, pausedReason) },
    );
  }
  return notes;
}
