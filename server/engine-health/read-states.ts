import type { Database } from "@/db/client";
import { engineHealth } from "@/db/schema";

export type EngineState = typeof engineHealth.$inferSelect;

/** How each engine stands that ever failed or was paused, by its id. */
export async function readStates(tx: Database): Promise<ReadonlyMap<string, EngineState>> {
  return new Map((await tx.select().from(engineHealth)).map((state) => [state.engineId, state]));
}

/** What an engine failed of last, and when (ISO); null: it never did. */
export function lastFaultOf(state: EngineState | undefined): { kind: string; at: string } | null {
  if (!state?.lastFault || !state.lastFaultAt) return null;
  return { kind: state.lastFault, at: state.lastFaultAt.toISOString() };
}
