import type { Database } from "@/db/client";
import { engines, findEngine } from "@/server/engines";
import { engineFlag, isOn, readFlagRulesIn } from "@/server/flags";
import { requireContext } from "@/server/kernel/context";
import { pausedWords, restingWords } from "./health-words";
import { readStandings } from "./read-standings";

/** What people should know of an engine before they ask it: it is asked by nobody, or its asks may end without an answer. */
export interface EngineNote {
  readonly kind: "paused" | "resting";
  /** A sentence without its full stop. */
  readonly words: string;
}

/** Notes by engine id, for the org of the context; none for an engine that is simply asked. */
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
  const [rules, { orgId }] = [await readFlagRulesIn(tx), requireContext()];
  for (const { id, label } of engines) {
    if (!isOn(engineFlag(id), rules, orgId))
      notes.set(id, { kind: "paused", words: `${label} can’t be asked by your organisation at the moment` });
  }
  return notes;
}
