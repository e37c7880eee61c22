import { parseInput } from "@/server/kernel/parse-input";
import type { Result } from "@/server/kernel/result";
import { PauseEngineInput } from "./contract";
import type { Operator } from "./enter-operations";
import { switchEngine } from "./switch-engine";

/**
 * The kill switch: nobody's ask reaches the engine from the next second on. New runs with it are refused with the reason;
 * asks of running ones end uncharged, and their runs are partial.
 */
export async function pauseEngine(operator: Operator, input: PauseEngineInput): Promise<Result<void>> {
  const parsed = parseInput(PauseEngineInput, input);
  return parsed.ok ? switchEngine(operator, parsed.value.engineId, parsed.value.reason) : parsed;
}
