import { z } from "zod";

/** The glossary's answer states. Every metric names the states that are in its denominator. */
export const AnswerState = z.enum([
  "answered",
  "no_answer_shown",
  "refused",
  "empty",
  "truncated",
  "provider_error",
]);
export type AnswerState = z.infer<typeof AnswerState>;

/** How an engine was observed. Surfaces are never blended into one number. */
export const Surface = z.enum(["api", "serp", "capture"]);
export type Surface = z.infer<typeof Surface>;

/** Whom a key is of: the engines of one vendor share it. Text in the database beside a customer's own key. */
export const KeyProviderId = z.enum([
  "openai",
  "anthropic",
  "google",
  "perplexity",
  "xai",
  "dataforseo",
  "openai_compatible",
]);
export type KeyProviderId = z.infer<typeof KeyProviderId>;

/** Half-open range of UTF-16 offsets into ParsedAnswer.text, so that `text.slice(start, end)` is the passage. */
export const TextSpan = z.object({ start: z.int().nonnegative(), end: z.int().nonnegative() });
export type TextSpan = z.infer<typeof TextSpan>;

/**
 * A source as the engine gave it. One row per url (exact string) and kind; `spans` are the passages that lean on it, empty
 * where the engine doesn't say. `ordinal` counts from 1 within a kind, in the engine's own order. `redirect` is the engine's
 * own link, where it hides the page behind one: `url` is the page if that link was resolved at capture, else the link.
 */
export const ParsedCitation = z.object({
  url: z.string().min(1),
  redirect: z.object({ url: z.string().min(1), status: z.enum(["resolved", "unresolved"]) }).optional(),
  title: z.string().nullable(),
  kind: z.enum(["cited", "retrieved"]),
  ordinal: z.int().positive(),
  spans: z.array(TextSpan),
});
export type ParsedCitation = z.infer<typeof ParsedCitation>;

export const AnswerUsage = z.object({
  inputTokens: z.int().nonnegative().nullable(),
  cachedInputTokens: z.int().nonnegative().nullable(),
  outputTokens: z.int().nonnegative().nullable(),
  reasoningTokens: z.int().nonnegative().nullable(),
  searches: z.int().nonnegative().nullable(),
});
export type AnswerUsage = z.infer<typeof AnswerUsage>;

/**
 * What a raw body says, in one shape for every engine. Null is "not observable", never zero. `reason` says why the state
 * isn't `answered`; `costMicros` is millionths of a US dollar, from the vendor's own figure or its price list.
 */
export const ParsedAnswer = z.object({
  state: AnswerState,
  reason: z.string().nullable(),
  text: z.string(),
  modelRequested: z.string().nullable(),
  modelServed: z.string().nullable(),
  searchTriggered: z.boolean().nullable(),
  citations: z.array(ParsedCitation),
  searchQueries: z.array(z.string()),
  usage: AnswerUsage.nullable(),
  costMicros: z.int().nonnegative().nullable(),
  finish: z.string().nullable(),
});
export type ParsedAnswer = z.infer<typeof ParsedAnswer>;

/** One imported capture: what a person or a tool saw in the consumer product. Unknown fields are ignored. */
export const CapturedAnswer = z.object({
  engine: z.string().min(1),
  prompt: z.string().min(1),
  text: z.string(),
  sources: z
    .array(z.object({ url: z.string().min(1), title: z.string().nullish().default(null) }))
    .default([]),
  capturedAt: z.iso.datetime({ offset: true }),
});
export type CapturedAnswer = z.infer<typeof CapturedAnswer>;

/** Whether an engine can be asked now, and whether what it says would be made up. */
export type EngineStatus =
  | { readonly ready: true; readonly sandbox: boolean }
  | { readonly ready: false; readonly reason: string };

/** Whole credits per answer. `noAnswerShownCredits` is what a page without an answer costs; a provider error costs nothing. */
export interface PriceListRow {
  readonly engineId: string;
  readonly surface: Surface;
  readonly credits: number;
  readonly noAnswerShownCredits: number;
  /** What an answer is expected to cost us at most, in micros (millionths of a US dollar). */
  readonly estimateMicros: number;
}

/** What a field of ParsedAnswer means for one engine, or why it can't be seen there. */
export interface Observation {
  readonly observable: boolean;
  readonly meaning: string;
}

export interface Observability {
  readonly cited: Observation;
  readonly retrieved: Observation;
  readonly searchQueries: Observation;
  readonly searchTriggered: Observation;
  readonly modelServed: Observation;
}

/** Where a part of the locale goes: the request's field (dots, numbers for places in a list), or null: it can't be said. */
export interface LocalePart {
  readonly field: string | null;
  readonly meaning: string;
}

/** What each part of a prompt's locale becomes in the engine's request. Nothing of it is ever added to the prompt. */
export interface LocaleMapping {
  readonly country: LocalePart;
  readonly language: LocalePart;
  readonly city: LocalePart;
}

/** What the contract stands for, in words that customers read; a test holds them against what is sent. */
export interface MeasuredRequest {
  /** Method and address; a name in braces is a variable of whoever runs the site. */
  readonly endpoint: string;
  /** The pinned model; null where somebody else chooses it. */
  readonly model: string | null;
  /** Whether it searches the web, and who decides. */
  readonly search: string;
  /** How the prompt goes out. */
  readonly prompt: string;
}
