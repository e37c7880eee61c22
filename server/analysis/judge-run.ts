import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import type { AnswerId, RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { modelStatus } from "./model/model-status";
import { askUntilTrouble } from "./run/ask-until-trouble";
import { judgeMeaning } from "./run/judge-meaning";
import { judgeStance } from "./run/judge-stance";
import { readQuestions } from "./run/read-questions";
import { readStanceQuestions } from "./run/read-stance-questions";
import { storeMeaning } from "./run/store-meaning";
import { storeStance } from "./run/store-stance";

export interface JudgedPage {
  /** Names and stances that the model was asked about, and that are on record now. */
  readonly judged: number;
  /** Mentions that were none before. */
  readonly named: number;
  /** Mentions that are spoken of in another way than the rules held. */
  readonly restanced: number;
  /** What `after` has to be for the next page; null: nothing is left, or nothing more can be asked. */
  readonly last: AnswerId | null;
}

const NOTHING = { judged: 0, named: 0, restanced: 0, last: null };

/**
 * Has the analysis model judge what the rules left undecided in the next answers of a run: first which names mean a brand,
 * then how the answers speak of the brands they name. Without a model, beyond the month's tokens and with an endpoint that
 * fails, what the rules hold stands. Safe to run again: what was judged by this version of a prompt isn't asked again. For
 * our own jobs alone.
 */
export async function judgeRun(runId: RunId, after: AnswerId | null): Promise<Result<JudgedPage>> {
  if ("role" in requireContext().actor) return err(forbidden("have a run analysed"));
  if (!modelStatus().ready) return ok(NOTHING);
  const page = await withTenant(async (tx) => ok(await readQuestions(tx, runId, after)));
  if (!page.ok) return page;
  const { questions, answerIds, last } = page.value;
  const names = await askUntilTrouble(questions, judgeMeaning, storeMeaning);
  if (!names.ok) return names;
  const told = { judged: names.value.kept, named: names.value.changed, restanced: 0 };
  if (names.value.trouble) return ok(stopped(runId, names.value.trouble, told));

  const open = await withTenant(async (tx) => ok(await readStanceQuestions(tx, answerIds)));
  if (!open.ok) return open;
  const stances = await askUntilTrouble(open.value, judgeStance, storeStance);
  if (!stances.ok) return stances;
  const { kept, changed, trouble } = stances.value;
  const both = { ...told, judged: told.judged + kept, restanced: changed };
  return ok(trouble ? stopped(runId, trouble, both) : { ...both, last });
}

function stopped(runId: RunId, why: string, told: Omit<JudgedPage, "last">): JudgedPage {
  logger.warn({ runId, why }, "the analysis of a run stopped: what is left stays as the rules have it");
  return { ...told, last: null };
}
