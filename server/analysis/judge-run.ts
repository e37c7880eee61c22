import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { AnswerId, RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { analyse } from "./analyse";
import type { Judgement } from "./judgement";
import { modelStatus } from "./model/model-status";
import { passageAround } from "./run/passage-around";
import { type Question, readQuestions } from "./run/read-questions";
import { storeMeaning } from "./run/store-meaning";
import { disambiguationTask, type MeaningFinding } from "./tasks/disambiguation";

/** Of one brand in one answer: a name that means nothing of it three times is none. */
const PLACES = 3;
/** An endpoint that failed so often in a row is left alone until the next run. */
const FAILURES = 3;

export interface JudgedPage {
  readonly judged: number;
  /** Answers that have a mention more: the run has to be measured again. */
  readonly named: number;
  /** What `after` has to be for the next page; null: nothing is left, or nothing more can be asked. */
  readonly last: AnswerId | null;
}

/**
 * Has the analysis model judge what the rules left undecided in the next answers of a run. Without a model, beyond the
 * month's tokens and with an endpoint that fails, what is left stays undecided. Safe to run again: what was judged by this
 * version of the prompt isn't asked again. For our own jobs alone.
 */
export async function judgeRun(runId: RunId, after: AnswerId | null): Promise<Result<JudgedPage>> {
  if ("role" in requireContext().actor) return err(forbidden("have a run analysed"));
  if (!modelStatus().ready) return ok({ judged: 0, named: 0, last: null });
  const page = await withTenant(async (tx) => ok(await readQuestions(tx, runId, after)));
  if (!page.ok) return page;
  let [judged, named, failures] = [0, 0, 0];
  for (const question of page.value.questions) {
    const found = await judgeQuestion(question);
    if (!found.ok) return found;
    const { why } = found.value.judgement;
    failures = why === "model_unavailable" ? failures + 1 : 0;
    if (why === "allowance_used" || failures >= FAILURES) {
      logger.warn({ runId, why }, "the analysis of a run stopped: what is left stays undecided");
      return ok({ judged, named, last: null });
    }
    if (why === "model_unavailable") continue;
    const stored = await storeMeaning(question, found.value.judgement, found.value.spans);
    if (!stored.ok) return stored;
    judged += 1;
    if (stored.value.named) named += 1;
  }
  return ok({ judged, named, last: page.value.last });
}

interface Found {
  readonly judgement: Judgement<MeaningFinding>;
  /** Where the name means the brand. */
  readonly spans: Question["spans"];
}

/** Asks about the name's places one by one, until one of them means the brand. */
async function judgeQuestion({ brand, context, text, spans }: Question): Promise<Result<Found>> {
  let latest: Judgement<MeaningFinding> | undefined;
  for (const span of spans.slice(0, PLACES)) {
    const judged = await analyse(disambiguationTask, {
      brand: brand.name.slice(0, 200),
      hosts: brand.domains.slice(0, 50),
      context: context.slice(0, 50),
      word: text.slice(span.start, span.end),
      passage: passageAround(text, span),
    });
    if (!judged.ok) return judged;
    latest = judged.value;
    if (latest.value?.meaning === "brand") return ok({ judgement: latest, spans: [span] });
    if (latest.why === "allowance_used" || latest.why === "model_unavailable") break;
  }
  if (!latest) throw new Error("a question without a place");
  return ok({ judgement: latest, spans: [] });
}
