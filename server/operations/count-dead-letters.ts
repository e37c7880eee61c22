import { ok, type Result } from "@/server/kernel/result";
import type { LetterCount } from "./contract";
import { deadLettersHere } from "./dead-letters-here";
import type { Operator } from "./enter-operations";

/** How many dead letters there are by function, the most first; null where another server keeps them. */
export async function countDeadLetters(operator: Operator): Promise<Result<readonly LetterCount[] | null>> {
  const letters = await deadLettersHere(operator);
  return ok(letters && (await letters.count()));
}
