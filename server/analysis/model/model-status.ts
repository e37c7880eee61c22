import { z } from "zod";
import { readEnv } from "@/server/kernel/env";
import type { Tier } from "../define-task";

type Environment = Readonly<Record<string, string | undefined>>;

/** An OpenAI-compatible endpoint: its address up to and with the version (".../v1"), and a key where it wants one. */
export interface Endpoint {
  readonly baseUrl: string;
  readonly apiKey: string | undefined;
}

export interface ModelSettings extends Endpoint {
  readonly models: Readonly<Record<Tier, string>>;
  /** How the endpoint is told the wanted shape: by its schema, or only that it be JSON, for endpoints that know no more. */
  readonly responseFormat: "json_schema" | "json_object";
  readonly timeoutMs: number;
}

export type ModelStatus =
  | { readonly ready: true; readonly settings: ModelSettings }
  | { readonly ready: false; readonly reason: string };

export interface EmbeddingSettings extends Endpoint {
  readonly model: string;
  readonly timeoutMs: number;
}

const address = z
  .url()
  .transform((url) => url.replace(/\/+$/, ""))
  .optional();
const word = z.string().min(1).optional();
const shape = {
  ANALYSIS_BASE_URL: address,
  ANALYSIS_API_KEY: word,
  ANALYSIS_SMALL_MODEL: word,
  ANALYSIS_LARGE_MODEL: word,
  ANALYSIS_RESPONSE_FORMAT: z.enum(["json_schema", "json_object"]).default("json_schema"),
  ANALYSIS_TIMEOUT_SECONDS: z.coerce.number().positive().max(300).default(30),
  ANALYSIS_EMBEDDING_URL: address,
  ANALYSIS_EMBEDDING_API_KEY: word,
  ANALYSIS_EMBEDDING_MODEL: word,
};

/** Every variable of the analysis model: a demo unsets them all. */
export const analysisVariables: readonly string[] = Object.keys(shape);

/** The configured models, or why the rules stand in. Without a large model the small one is asked in its place. */
export function modelStatus(environment?: Environment): ModelStatus {
  const set = readEnv(shape, environment);
  const { ANALYSIS_BASE_URL: baseUrl, ANALYSIS_SMALL_MODEL: small } = set;
  if (baseUrl === undefined || small === undefined)
    return {
      ready: false,
      reason: "No analysis model is set up: set ANALYSIS_BASE_URL and ANALYSIS_SMALL_MODEL",
    };
  return {
    ready: true,
    settings: {
      baseUrl,
      apiKey: set.ANALYSIS_API_KEY,
      models: { small, large: set.ANALYSIS_LARGE_MODEL ?? small },
      responseFormat: set.ANALYSIS_RESPONSE_FORMAT,
      timeoutMs: set.ANALYSIS_TIMEOUT_SECONDS * 1_000,
    },
  };
}

/** The endpoint that makes texts comparable, or null: then nothing is answered by similarity. */
export function embeddingSettings(environment?: Environment): EmbeddingSettings | null {
  const set = readEnv(shape, environment);
  const { ANALYSIS_EMBEDDING_URL: baseUrl, ANALYSIS_EMBEDDING_MODEL: model } = set;
  if (baseUrl === undefined || model === undefined) return null;
  const timeoutMs = set.ANALYSIS_TIMEOUT_SECONDS * 1_000;
  return { baseUrl, model, apiKey: set.ANALYSIS_EMBEDDING_API_KEY, timeoutMs };
}
