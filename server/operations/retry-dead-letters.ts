import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { type RetriedPage, RetryDeadLettersInput } from "./contract";
import { requireDeadLetters } from "./dead-letters-here";
import type { Operator } from "./enter-operations";
import { byOperator } from "./handle-letter";
import { recordIntent } from "./record-intent";

/** Letters a request: a few hundred milliseconds of work, and progress that can be shown. */
const MOST = 20;

/**
 * Retries one function's letters, latest first, a bounded number a request: call it again with `next` until that is null.
 * One that fails again meanwhile is later than where the next request begins, so it ends. Those that somebody else handled
 * are passed over.
 */
export async function retryDeadLetters(
  operator: Operator,
  input: RetryDeadLettersInput,
): Promise<Result<RetriedPage>> {
  const parsed = parseInput(RetryDeadLettersInput, input);
  if (!parsed.ok) return parsed;
  const opened = await requireDeadLetters(operator);
  if (!opened.ok) return opened;
  const { functionId, after } = parsed.value;
  const page = await opened.value.list({ functionId, limit: MOST, ...(after !== undefined && { after }) });
  let retried = 0;
  for (const letter of page.letters) {
    const recorded = await recordIntent(operator, "dead_letter.retry", letter);
    if (!recorded.ok) return recorded;
    if (await opened.value.retry(letter.runId, byOperator(operator))) retried += 1;
  }
  return ok({ retried, next: page.next });
}
