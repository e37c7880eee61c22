import { ok, type Result } from "@/server/kernel/result";
import { type Consulted, consultModel, type ModelSetup } from "./consult-model";
import type { AnalysisTask, Opinion } from "./define-task";
import { byRules, type Judgement } from "./judgement";
import { embeddingSettings, modelStatus } from "./model/model-status";

/** From this confidence on the rules' opinion is worth a second look when the small model holds another one. */
const CONFLICT_FROM = 0.5;
/** What a judgement is worth that two of them disagree about: little enough for a person to look at it. */
const UNDECIDED = 0.3;

interface AnalyseDeps {
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * The one door to the analysis model. No model is asked where the rules are sure; the task's own model is asked otherwise,
 * and the large one where the small one contradicts the rules. Whatever fails, the rules' opinion (`given`, or the task's
 * own) stands, and the judgement says why. Runs in an org's context and outside any transaction. Refuses only what the
 * database refuses; throws for an input that the task's schema doesn't allow, which is a mistake of the caller.
 */
export async function analyse<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
  input: Input,
  given?: Opinion<Output> | null,
  { environment }: AnalyseDeps = {},
): Promise<Result<Judgement<Output>>> {
  const checked = task.input.parse(input);
  const rules = given === undefined ? task.rules(checked) : given;
  if (rules && rules.confidence >= task.sureFrom) return ok(byRules(rules, "rules_sure"));
  const status = modelStatus(environment);
  if (!status.ready) return ok(byRules(rules, "no_model"));
  const setup: ModelSetup = { settings: status.settings, embeddings: embeddingSettings(environment) };
  const { models } = status.settings;
  const first = await consultModel(task, checked, models[task.tier], setup);
  if (!first.ok) return first;
  if (first.value.kind !== "opinion") return ok(withoutModel(rules, first.value));
  const firstJudgement = byModel(task, models[task.tier], first.value);
  if (!contradicts(task, rules, first.value.value)) return ok(firstJudgement);
  const undecided = { ...firstJudgement, why: "undecided" as const, confidence: UNDECIDED };
  if (models.large === models[task.tier]) return ok(undecided);
  const second = await consultModel(task, checked, models.large, setup);
  if (!second.ok) return second;
  if (second.value.kind !== "opinion") return ok(undecided);
  return ok({ ...byModel(task, models.large, second.value), why: "model_decided" });
}

function contradicts<Input, Raw, Output>(
  { agree }: AnalysisTask<Input, Raw, Output>,
  rules: Opinion<Output> | null,
  value: Output,
): boolean {
  return (
    agree !== undefined && rules !== null && rules.confidence >= CONFLICT_FROM && !agree(rules.value, value)
  );
}

type WithOpinion<Output> = Extract<Consulted<Output>, { kind: "opinion" }>;

function byModel<Input, Raw, Output>(
  { prompt }: AnalysisTask<Input, Raw, Output>,
  model: string,
  { value, confidence, cached }: WithOpinion<Output>,
): Judgement<Output> {
  return {
    value,
    confidence,
    judge: model,
    promptVersion: prompt.version,
    why: "model",
    trouble: null,
    cached,
  };
}

function withoutModel<Output>(
  rules: Opinion<Output> | null,
  consulted: Exclude<Consulted<Output>, { kind: "opinion" }>,
): Judgement<Output> {
  if (consulted.kind === "unavailable") return byRules(rules, "model_unavailable", consulted.words);
  return byRules(rules, consulted.kind === "unusable" ? "model_unusable" : "allowance_used");
}
