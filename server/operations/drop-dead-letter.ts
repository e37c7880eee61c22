import { parseInput } from "@/server/kernel/parse-input";
import type { Result } from "@/server/kernel/result";
import { DeadLetterInput } from "./contract";
import { requireDeadLetters } from "./dead-letters-here";
import type { Operator } from "./enter-operations";
import { handleLetter } from "./handle-letter";

/** Gives the job up: its event and steps are deleted. Who did it stays on record. */
export async function dropDeadLetter(operator: Operator, input: DeadLetterInput): Promise<Result<void>> {
  const parsed = parseInput(DeadLetterInput, input);
  if (!parsed.ok) return parsed;
  const opened = await requireDeadLetters(operator);
  return opened.ok ? handleLetter(operator, opened.value, parsed.value.letterId, "drop") : opened;
}
