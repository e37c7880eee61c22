import { findEngine } from "@/server/engines";

/** What an engine is called on screens; one that has left the registry keeps its id. */
export function engineLabel(engineId: string): string {
  return findEngine(engineId)?.label ?? engineId;
}
