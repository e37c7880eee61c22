import type { AnswerState, MetricWindow, PromptIntent } from "./contract";

/** One answer as the metrics see it: who was named, whose pages were cited. */
export interface AnswerOutcome {
  readonly state: AnswerState;
  /** UTC day of the ask, "YYYY-MM-DD". */
  readonly day: string;
  /** Ids of the brands named in the prose; repeats of an id count once. */
  readonly named: readonly string[];
  /** Of those, the ones whose stance was judged, and the ones that are recommended. */
  readonly judged: readonly string[];
  readonly recommended: readonly string[];
  /** Ids of the brands that own at least one cited URL. */
  readonly citedOwners: readonly string[];
  /** False for an answer that no plan asked for (an imported capture): it doesn't enter completion. */
  readonly planned: boolean;
}

/** Planned asks whose final state left no answer. An ask that has an answer, whatever its state, isn't counted here. */
export interface UnansweredAsks {
  readonly failed: number;
  readonly orphaned: number;
  readonly cancelled: number;
}

/** All answers of one prompt on one engine × surface in one window. */
export interface CellSample {
  readonly promptId: string;
  readonly intent: PromptIntent;
  readonly answers: readonly AnswerOutcome[];
  readonly unanswered: UnansweredAsks;
}

/** What every metric is computed from: one engine × surface, one window. */
export interface WindowSample {
  readonly window: MetricWindow;
  /** Id of the project's own brand. */
  readonly own: string;
  /** Ids of the declared set: own and rivals. */
  readonly brands: readonly string[];
  readonly cells: readonly CellSample[];
}
