import type { EngineNote } from "@/server/engine-health";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";

/** Notes of engines by their id, as readEngineNotes reads them. */
export type EngineNotes = ReadonlyMap<string, EngineNote>;

/**
 * Refuses with engine_unavailable, in the operator's words, when one of these engines is paused. Else the words of those
 * that are resting: they can be asked, and some of the asks may end without an answer.
 */
export function checkNotes(engineIds: readonly string[], notes: EngineNotes): Result<readonly string[]> {
  const said = engineIds.flatMap((id) => notes.get(id) ?? []);
  const paused = said.find(({ kind }) => kind === "paused");
  if (paused) return err(new AppError("engine_unavailable", paused.words));
  return ok(said.map(({ words }) => words));
}
