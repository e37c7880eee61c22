import type { z } from "zod";
import type { TaskId } from "./contract";

/** What the rules, or a model, hold of an input. `judge` names them with their version: "rules@1.0.0", "gpt-5-mini". */
export interface Opinion<Output> {
  readonly value: Output;
  /** 0 to 1. */
  readonly confidence: number;
  readonly judge: string;
}

/** What is left of a model's output once it was held against the input, or what is wrong with it, in words for the model. */
export type Accepted<Output> =
  | { readonly ok: true; readonly value: Output; readonly confidence: number }
  | { readonly ok: false; readonly problem: string };

/** A prompt of one file under prompts/. Its text never changes: another text is another version. */
export interface PromptFile {
  /** "stance.v1" */
  readonly version: string;
  readonly text: string;
}

/** Which of the two configured models is asked first. */
export type Tier = "small" | "large";

/** What of an output may be used for another text of the same meaning. Tasks without it are never answered by similarity. */
export interface Portability<Input, Raw, Output> {
  /** The text that may differ. */
  readonly textOf: (input: Input) => string;
  /** Everything else, which has to be the same. */
  readonly frameOf: (input: Input) => unknown;
  /** A model's output without what only stands in its own text. */
  readonly carry: (raw: Raw) => { readonly value: Output; readonly confidence: number };
}

export interface AnalysisTask<Input, Raw, Output> {
  readonly id: TaskId;
  readonly label: string;
  readonly input: z.ZodType<Input>;
  /** What a model has to send: every field required, no limits on them, as not every endpoint's schemas know more. */
  readonly output: z.ZodType<Raw>;
  readonly prompt: PromptFile;
  readonly tier: Tier;
  readonly maxOutputTokens: number;
  /** The rules' confidence from which no model is asked. Above 1: rules are never sure here. */
  readonly sureFrom: number;
  /** The rules' opinion; null where they have none. */
  readonly rules: (input: Input) => Opinion<Output> | null;
  /** Holds a model's output against the input: what it quotes has to stand there. */
  readonly accept: (raw: Raw, input: Input) => Accepted<Output>;
  /** Whether two opinions say the same; without it, the rules' opinion is never a reason for a second model. */
  readonly agree?: (one: Output, other: Output) => boolean;
  readonly portability?: Portability<Input, Raw, Output>;
}

/** Makes a task of its parts. One file in tasks/ and one line in registry.ts is a new task. */
export function defineTask<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
): AnalysisTask<Input, Raw, Output> {
  return task;
}
