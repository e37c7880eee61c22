import { parseInput } from "@/server/kernel/parse-input";
import type { Result } from "@/server/kernel/result";
import { ResumeEngineInput } from "./contract";
import type { Operator } from "./enter-operations";
import { switchEngine } from "./switch-engine";

/** Lets a paused engine be asked again. */
export async function resumeEngine(operator: Operator, input: ResumeEngineInput): Promise<Result<void>> {
  const parsed = parseInput(ResumeEngineInput, input);
  return parsed.ok ? switchEngine(operator, parsed.value.engineId, null) : parsed;
}
