import { ok, type Result } from "@/server/kernel/result";
import type { Judgement, Why } from "../judgement";

/** An endpoint that failed so often in a row is left alone until the next run. */
const FAILURES = 3;

interface Asked {
  /** Questions whose judgement is on record. */
  readonly kept: number;
  /** Those that changed a fact. */
  readonly changed: number;
  /** Why nothing more can be asked; null: everything was. */
  readonly trouble: Why | null;
}

/**
 * Asks one question after the other and keeps what was held of each, until the month's tokens are used up or the endpoint
 * fails too often. What no model answered because of such trouble isn't kept: it is open another time.
 */
export async function askUntilTrouble<Question, Output>(
  questions: readonly Question[],
  judge: (question: Question) => Promise<Result<Judgement<Output>>>,
  keep: (question: Question, judged: Judgement<Output>) => Promise<Result<{ changed: boolean }>>,
): Promise<Result<Asked>> {
  let [kept, changed, failures] = [0, 0, 0];
  for (const question of questions) {
    const judged = await judge(question);
    if (!judged.ok) return judged;
    const { why } = judged.value;
    failures = why === "model_unavailable" ? failures + 1 : 0;
    if (why === "allowance_used" || failures >= FAILURES) return ok({ kept, changed, trouble: why });
    if (why === "model_unavailable") continue;
    const stored = await keep(question, judged.value);
    if (!stored.ok) return stored;
    kept += 1;
    if (stored.value.changed) changed += 1;
  }
  return ok({ kept, changed, trouble: null });
}
