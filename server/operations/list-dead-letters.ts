import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { type DeadLettersPage, ListDeadLettersInput } from "./contract";
import { requireDeadLetters } from "./dead-letters-here";
import type { Operator } from "./enter-operations";
import { toItems } from "./letter-rows";

const PAGE = 25;

/** What failed for good, latest first, page by page; all of it or one function's. */
export async function listDeadLetters(
  operator: Operator,
  input: ListDeadLettersInput,
): Promise<Result<DeadLettersPage>> {
  const parsed = parseInput(ListDeadLettersInput, input);
  if (!parsed.ok) return parsed;
  const opened = await requireDeadLetters(operator);
  if (!opened.ok) return opened;
  const { functionId, after } = parsed.value;
  const page = await opened.value.list({
    limit: PAGE,
    ...(functionId !== undefined && { functionId }),
    ...(after !== undefined && { after }),
  });
  return ok({ letters: await toItems(page.letters), next: page.next });
}
