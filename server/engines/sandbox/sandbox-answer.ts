import type { TextSpan } from "../contract";

export interface SandboxSource {
  readonly url: string;
  readonly title: string | null;
  /** UTF-16 range of the text that leans on it, or null: only shown beside the answer. */
  readonly span: TextSpan | null;
}

/** An answer before it is put into an engine's wire format. One source per use: duplicates are part of the game. */
export interface SandboxAnswer {
  readonly outcome: "answered" | "refused" | "empty" | "truncated" | "no_answer_shown";
  readonly text: string;
  readonly searched: boolean;
  readonly queries: readonly string[];
  readonly cited: readonly SandboxSource[];
  readonly retrieved: readonly { readonly url: string; readonly title: string | null }[];
}

/** Where an answer stands: the `ordinal`-th distinct ask of that series, on a simulated day (0 is the first). */
export interface AnswerPlace {
  readonly engineId: string;
  readonly prompt: string;
  readonly day: number;
  readonly ordinal: number;
  /** Of the locale that it was asked with, where the engine's request says so. */
  readonly language?: string | undefined;
}

/** Where answers come from: the made-up market, or a recording. */
export interface AnswerSource {
  /** Asks of one series share one count of ordinals. */
  seriesOf(place: Omit<AnswerPlace, "ordinal">): string;
  /** Null when it has no answer to that prompt. */
  answer(place: AnswerPlace): SandboxAnswer | null;
}
