import type { Result } from "@/server/kernel/result";
import { analyse } from "../analyse";
import type { AnalysisTask, Opinion } from "../define-task";
import type { Judgement } from "../judgement";
import { askModel } from "../model/ask-model";
import { frameRequest } from "../model/frame-request";
import type { ModelReply } from "../model/model-reply";
import type { ModelSettings } from "../model/model-status";
import { claimsTask } from "../tasks/claims";
import { disambiguationTask } from "../tasks/disambiguation";
import { discoveryTask } from "../tasks/discovery";
import { promptSuggestionsTask } from "../tasks/prompt-suggestions";
import { rivalSuggestionsTask } from "../tasks/rival-suggestions";
import { siteReadingTask } from "../tasks/site-reading";
import { stanceTask } from "../tasks/stance";
import { supportTask } from "../tasks/support";

export const SAMPLE_ANSWER = `Here is what I would look at:

1. **Halvorn** – the best pick for small teams. Halvorn costs $40 a month and supports offline work.
2. **Kestrel** – cheap, but it lacks a calendar.

If you need reports, Torvik is fine.`;

/** One task with a valid input, ready to be asked of a model, or analysed in an org's context. */
export interface Sample {
  readonly id: string;
  ask(settings: ModelSettings): Promise<ModelReply<unknown>>;
  analyse(environment: Readonly<Record<string, string>>): Promise<Result<Judgement<unknown>>>;
}

function sample<Input, Raw, Output>(task: AnalysisTask<Input, Raw, Output>, input: Input): Sample {
  return {
    id: task.id,
    ask: (settings) =>
      askModel({
        settings,
        model: settings.models.small,
        task,
        framed: frameRequest(task, input),
        failed: null,
      }),
    analyse: (environment) => analyse(task, input, unsure(task.rules(input)), { environment }),
  };
}

/** The rules' opinion with so little confidence that a model is asked, and no other model because of it. */
function unsure<Output>(rules: Opinion<Output> | null): Opinion<Output> | null {
  return rules && { ...rules, confidence: Math.min(rules.confidence, 0.4) };
}

/** Every task, about a made-up market. */
export const samples: readonly Sample[] = [
  sample(stanceTask, { brand: "Halvorn", question: "Which desk planner is best?", passage: SAMPLE_ANSWER }),
  sample(disambiguationTask, {
    brand: "Torvik",
    hosts: ["torvik.example"],
    context: ["Halvorn"],
    word: "Torvik",
    passage: SAMPLE_ANSWER,
  }),
  sample(discoveryTask, { known: ["Halvorn"], text: SAMPLE_ANSWER }),
  sample(claimsTask, { brand: "Halvorn", text: SAMPLE_ANSWER }),
  sample(supportTask, { sentence: "Halvorn costs $40 a month.", passage: SAMPLE_ANSWER }),
  sample(promptSuggestionsTask, {
    brand: "Halvorn",
    category: "desk planner",
    rivals: ["Torvik"],
    existing: ["Which desk planner is best?"],
    count: 5,
  }),
  sample(rivalSuggestionsTask, {
    brand: "Halvorn",
    known: ["Halvorn", "Torvik"],
    answers: [SAMPLE_ANSWER],
    count: 5,
  }),
  sample(siteReadingTask, {
    brand: "Halvorn",
    text: SAMPLE_ANSWER,
    language: "English",
    category: "desk planner",
    rivals: ["Torvik"],
    prompts: [{ text: "Which desk planner is best?", intent: "category" as const }],
    count: 5,
  }),
];
