import type { EngineStatus } from "./contract";
import type { Environment } from "./define-engine";
import { findEngine } from "./registry";

/** Whether an engine can be asked now, in words that say what to set; `sandbox` when its answers would be made up. */
export function engineStatus(engineId: string, environment?: Environment): EngineStatus {
  const engine = findEngine(engineId);
  return engine ? engine.status(environment) : { ready: false, reason: `no engine is called "${engineId}"` };
}
