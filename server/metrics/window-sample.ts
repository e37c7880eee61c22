import type { AnswerState, MetricWindow, PromptIntent, Stance } from "./contract";

/** One answer as the metrics see it: who was named, whose pages were cited. */
export interface AnswerOutcome {
  readonly state: AnswerState;
  /** UTC day of the ask, "YYYY-MM-DD". */
  readonly day: string;
  /** Ids of the brands named in the prose, the one named first first; repeats of an id count once. */
  readonly named: readonly string[];
  /** Of those, how the answer speaks of each whose stance was judged, and the place of each that is an item of its list. */
  readonly stances: Readonly<Record<string, Stance>>;
  readonly ranks: Readonly<Record<string, number>>;
  /** How much of the answer each of them gets, in (0, 1]; of those that were counted. */
  readonly prominences: Readonly<Record<string, number>>;
  /** Pages that it cites, each once, and of those how many each brand owns. */
  readonly cited: number;
  readonly citedOf: Readonly<Record<string, number>>;
  /** Ids of the brands whose pages the engine looked at, cited or not; null where it doesn't show what it looked at. */
  readonly retrievedOwners: readonly string[] | null;
  /** Whether the engine searched the web for it; null where it doesn't say. */
  readonly searched: boolean | null;
  /** Whether a made-up brand was found in it, which no answer can name; null where none was looked for. */
  readonly namesControl: boolean | null;
  /** Citations whose page was looked at, and of those the ones whose page supports the sentence. */
  readonly checked: number;
  readonly supported: number;
  /** False for an answer that no plan asked for (an imported capture): it doesn't enter completion. */
  readonly planned: boolean;
}

/** What of an answer isn't known when only the brands that it names were read. */
export const NAMES_ALONE = {
  stances: {},
  ranks: {},
  prominences: {},
  cited: 0,
  citedOf: {},
  retrievedOwners: null,
  searched: null,
  namesControl: null,
  checked: 0,
  supported: 0,
} as const satisfies Partial<AnswerOutcome>;

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
