import type { DeadLetters } from "@/inngest/local/open-dead-letters";
import { AppError, notFound } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Operator } from "./enter-operations";
import { toInterventions } from "./letter-rows";
import { recordIntent } from "./record-intent";

/**
 * Retries or drops one letter, on record first with its org and then in the runtime's own transaction. Of two operators
 * at once one has the effect; the other gets a conflict that names the first.
 */
export async function handleLetter(
  operator: Operator,
  letters: DeadLetters,
  letterId: string,
  verb: "retry" | "drop",
): Promise<Result<void>> {
  const letter = await letters.read(letterId);
  if (!letter) return err(await handledMeanwhile(letters, letterId));
  const recorded = await recordIntent(operator, `dead_letter.${verb}`, letter);
  if (!recorded.ok) return recorded;
  const done = await letters[verb](letterId, byOperator(operator));
  return done ? ok(undefined) : err(await handledMeanwhile(letters, letterId));
}

/** How the runtime's interventions name who did it. */
export function byOperator({ userId }: Operator): string {
  return `user:${userId}`;
}

async function handledMeanwhile(letters: DeadLetters, letterId: string): Promise<AppError> {
  const last = (await toInterventions(await letters.interventions(letterId))).at(-1);
  if (!last) return notFound("dead letter");
  return new AppError("conflict", `Handled meanwhile: ${last.by} has ${last.action} this dead letter.`);
}
