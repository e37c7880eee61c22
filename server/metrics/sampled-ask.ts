import type { AnswerOutcome, CellSample } from "./window-sample";

/** One ask that has ended: the outcome that its answer was, or that it has none. */
export interface SampledAsk extends Omit<AnswerOutcome, "state"> {
  readonly promptId: string;
  readonly intent: CellSample["intent"];
  readonly askState: string;
  /** Null: the ask has no answer. */
  readonly state: AnswerOutcome["state"] | null;
}

/** The cells of a window, by prompt, in the order in which their asks come; so are the answers of each. */
export function cellsOf(asks: readonly SampledAsk[]): CellSample[] {
  return [...Map.groupBy(asks, (ask) => ask.promptId)].map(([promptId, ofPrompt]) =>
    cellOf(promptId, ofPrompt),
  );
}

function cellOf(promptId: string, asks: readonly SampledAsk[]): CellSample {
  const answers = asks.flatMap(({ state, promptId, intent, askState, ...facts }) =>
    state === null ? [] : [{ state, ...facts }],
  );
  const unanswered = (askState: string) =>
    asks.filter((ask) => ask.state === null && ask.askState === askState).length;
  return {
    promptId,
    intent: asks[0]?.intent ?? "category",
    answers,
    unanswered: {
      failed: unanswered("failed"),
      orphaned: unanswered("orphaned"),
      cancelled: unanswered("cancelled"),
    },
  };
}
