import type { GetFunctionInput, Inngest, InngestFunction } from "inngest";
import type { ServedApp } from "./served-app";

type FunctionInput = GetFunctionInput<Inngest>;
/** What an onFailure handler is given, as far as cases look at it. */
export interface FailureInput {
  readonly error: Error;
  readonly event: {
    readonly data: { readonly function_id: string; readonly run_id: string; readonly event: unknown };
  };
}

export type FunctionOptions = Omit<InngestFunction.Options, "id" | "triggers" | "onFailure"> & {
  readonly triggers?: InngestFunction.Trigger<string>[];
  readonly onFailure?: (input: FailureInput) => unknown;
};

interface Note {
  (observation: unknown): undefined;
  <Result>(observation: unknown, result: Result): Result;
}

/** What a case is made with. Names are the case's own, and new each time the table is run. */
export interface Kit {
  /** Adds a function, which the event `name` of the case starts unless `triggers` says otherwise. */
  fn(name: string, options: FunctionOptions, handler: (input: FunctionInput) => unknown): InngestFunction.Any;
  /**
   * Notes an observation: the notes of all functions of the case are what `expected` is compared with. Gives `result`, for
   * a step that notes that it ran.
   */
  note: Note;
  /** The full name of the case's event `name`. */
  event(name: string): string;
  /** The full id of the case's function `name`. */
  id(name: string): string;
  /** `text`, unlike that of any other case and any other time the table is run. */
  unique(text: string): string;
}

export interface Sent {
  /** The case's event: by default the one that starts the function of that name. */
  readonly to: string;
  readonly data?: Record<string, unknown>;
  /** An event id, made unique to this time. */
  readonly id?: string;
  /** Dates the event this far ahead, in milliseconds. */
  readonly aheadMs?: number;
}

/** One thing done from outside: a send, or requests of the case's own making. */
export interface Act {
  /** Once so many observations have been noted. */
  readonly after?: number;
  /** And then this much later, for what the server does after it was observed. */
  readonly pauseMs?: number;
  readonly send?: readonly Sent[];
  readonly request?: (app: ServedApp, kit: Kit) => Promise<void>;
}

/** A promise of Inngest's protocol, as functions, what is sent to them, and what they must see. */
export interface ConformanceCase {
  readonly name: string;
  /** The promise, as a sentence. */
  readonly says: string;
  readonly functions: (kit: Kit) => void;
  readonly acts: readonly Act[];
  /** Observations, in order unless `anyOrder`. JSON, or a function of the kit that gives it. */
  readonly expected: readonly unknown[] | ((kit: Kit) => readonly unknown[]);
  readonly anyOrder?: boolean;
  /** Only where calls are signed and event keys checked. */
  readonly needsKeys?: boolean;
  /** How long the observations may take, in milliseconds; default 50 s. */
  readonly limitMs?: number;
  /** How long it is watched for observations too many, in milliseconds; default 500. */
  readonly settleMs?: number;
}

/** Cases of one theme, by the theme's name. */
export type ConformanceTable = Readonly<Record<string, readonly ConformanceCase[]>>;
