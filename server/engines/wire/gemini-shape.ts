import { z } from "zod";

/**
 * The parts of a generateContent response that are read; everything else is ignored, so that a new field breaks nothing.
 * Zeros and empty strings are left out by the API, so nearly everything is optional.
 * Source: ai.google.dev, "GenerateContentResponse" and "Grounding with Google Search", and the types of Google's GenAI SDK.
 */
const TextPart = z.object({ text: z.string(), thought: z.boolean().nullish() });

/** What a part can hold besides text. A part with none of these and no text is a damaged one. */
const otherKinds = [
  "functionCall",
  "functionResponse",
  "inlineData",
  "fileData",
  "executableCode",
  "codeExecutionResult",
  "toolCall",
  "toolResponse",
];
const OtherPart = z
  .looseObject({ text: z.undefined().optional() })
  .refine((part) => otherKinds.some((kind) => kind in part));

const Part = z.union([TextPart, OtherPart]);
export type Part = z.infer<typeof Part>;

const Chunk = z.object({ web: z.object({ uri: z.string().min(1), title: z.string().nullish() }) });

const Segment = z.object({
  partIndex: z.int().nonnegative().nullish(),
  startIndex: z.int().nonnegative().nullish(),
  endIndex: z.int().nonnegative().nullish(),
  text: z.string().nullish(),
});
export type Segment = z.infer<typeof Segment>;

const Support = z.object({
  segment: Segment.nullish(),
  groundingChunkIndices: z.array(z.int().nonnegative()).nullish(),
});

const Grounding = z.object({
  groundingChunks: z.array(z.unknown()).nullish(),
  groundingSupports: z.array(z.unknown()).nullish(),
  webSearchQueries: z.array(z.string()).nullish(),
});
export type Grounding = z.infer<typeof Grounding>;

const Candidate = z.object({
  content: z.object({ parts: z.array(Part).nullish() }).nullish(),
  finishReason: z.string(),
  groundingMetadata: Grounding.nullish(),
});
export type Candidate = z.infer<typeof Candidate>;

const Usage = z.object({
  promptTokenCount: z.int().nonnegative().nullish(),
  cachedContentTokenCount: z.int().nonnegative().nullish(),
  toolUsePromptTokenCount: z.int().nonnegative().nullish(),
  candidatesTokenCount: z.int().nonnegative().nullish(),
  thoughtsTokenCount: z.int().nonnegative().nullish(),
});

export const GeminiBody = z.object({
  candidates: z.array(Candidate).nullish(),
  promptFeedback: z.object({ blockReason: z.string().nullish() }).nullish(),
  usageMetadata: Usage.nullish(),
  modelVersion: z.string().nullish(),
});
export type GeminiBody = z.infer<typeof GeminiBody>;

export const GeminiError = z.object({
  error: z.object({ code: z.int().nullish(), status: z.string().nullish(), details: z.unknown().optional() }),
});

/** The pages that the search gave, by their place in the list: supports name them by it. Null: not a web page. */
export function chunksOf(grounding: Grounding | null | undefined) {
  return (grounding?.groundingChunks ?? []).map((raw) => Chunk.safeParse(raw).data?.web ?? null);
}

/** Which passage leans on which pages. */
export function supportsOf(grounding: Grounding | null | undefined): z.infer<typeof Support>[] {
  return (grounding?.groundingSupports ?? []).flatMap((raw) => Support.safeParse(raw).data ?? []);
}
