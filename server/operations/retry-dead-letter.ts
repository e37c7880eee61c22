import { parseInput } from "@/server/kernel/parse-input";
import type { Result } from "@/server/kernel/result";
import { DeadLetterInput } from "./contract";
import { requireDeadLetters } from "./dead-letters-here";
import type { Operator } from "./enter-operations";
import { handleLetter } from "./handle-letter";

/** Runs the job again from its memoised steps, with fresh attempts. Safe: each effect of a step has a key of its own. */
export async function retryDeadLetter(operator: Operator, input: DeadLetterInput): Promise<Result<void>> {
  const parsed = parseInput(DeadLetterInput, input);
  if (!parsed.ok) return parsed;
  const opened = await requireDeadLetters(operator);
  return opened.ok ? handleLetter(operator, opened.value, parsed.value.letterId, "retry") : opened;
}
