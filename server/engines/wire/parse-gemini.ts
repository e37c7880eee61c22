import type { AnswerState, AnswerUsage, ParsedAnswer } from "../contract";
import { costOfGemini } from "./gemini-prices";
import { type Candidate, chunksOf, GeminiBody, GeminiError, supportsOf } from "./gemini-shape";
import { type GeminiText, joinParts, placeOf } from "./gemini-text";
import { redirectPath } from "./grounding-links";
import { blankAnswer, groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";
import { openReplies, type Resolutions } from "./reply-envelope";
import { vendorCode } from "./vendor-code";

/**
 * A generateContent response as an answer. Retrieved: every grounding chunk. Cited: the chunks that a grounding support
 * names, with its segment as the passage. A chunk's address is a redirect link; where the envelope says which page stands
 * behind it, that page is the url and the link is kept beside it. Never throws.
 */
export function parseGemini(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const { bodies, resolved, sealed } = openReplies(json.value);
  const error = GeminiError.safeParse(bodies[0]).data;
  if (error) return providerError(`Gemini failed: ${vendorCode(error.error.status)}`);
  const checked = GeminiBody.safeParse(bodies[0]);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not a Gemini response: ${fields.join(", ")}`);
  }
  const [candidate] = checked.data.candidates ?? [];
  if (!candidate) return withoutCandidate(checked.data);
  const links = chunksOf(candidate.groundingMetadata).flatMap((chunk) => chunk?.uri ?? []);
  if (sealed && links.some((link) => redirectPath(link) !== null && !(link in resolved))) {
    return providerError("the envelope doesn't say what became of a link");
  }
  return readCandidate(checked.data, candidate, resolved);
}

function withoutCandidate(body: GeminiBody): ParsedAnswer {
  const blocked = body.promptFeedback?.blockReason;
  if (!blocked) return providerError("not a Gemini response: candidates");
  const usage = usageOf(body, 0);
  return {
    ...blankAnswer,
    state: "refused",
    reason: `prompt blocked: ${vendorCode(blocked)}`,
    modelServed: body.modelVersion ?? null,
    searchTriggered: false,
    usage,
    costMicros: usage && costOfGemini(body.modelVersion ?? null, usage),
    finish: blocked,
  };
}

function readCandidate(body: GeminiBody, candidate: Candidate, resolved: Resolutions): ParsedAnswer {
  const grounding = candidate.groundingMetadata;
  const queries = grounding?.webSearchQueries ?? [];
  const whole = joinParts(candidate.content?.parts ?? []);
  const sources = chunksOf(grounding).map((chunk) => chunk && sourceOf(chunk, resolved));
  const usage = usageOf(body, queries.length);
  return {
    ...stateOf(body, candidate, whole),
    text: whole.text,
    modelRequested: null,
    modelServed: body.modelVersion ?? null,
    searchTriggered:
      queries.length > 0 || sources.length > 0 || (body.usageMetadata?.toolUsePromptTokenCount ?? 0) > 0,
    citations: [
      ...groupByUrl("cited", citedUses(candidate, sources, whole)),
      ...groupByUrl(
        "retrieved",
        sources.flatMap((source) => source ?? []),
      ),
    ],
    searchQueries: queries,
    usage,
    costMicros: usage && costOfGemini(body.modelVersion ?? null, usage),
    finish: candidate.finishReason,
  };
}

/** A page by its own address where it is known, else by the vendor's link. */
function sourceOf(
  chunk: { uri: string; title?: string | null | undefined },
  resolved: Resolutions,
): SourceUse {
  const base = { url: chunk.uri, title: chunk.title || null, span: null };
  if (redirectPath(chunk.uri) === null) return base;
  const resolution = resolved[chunk.uri];
  if (resolution?.status !== "resolved") {
    return { ...base, redirect: { url: chunk.uri, status: "unresolved" } };
  }
  return { ...base, url: resolution.url, redirect: { url: chunk.uri, status: "resolved" } };
}

function citedUses(
  candidate: Candidate,
  sources: readonly (SourceUse | null)[],
  whole: GeminiText,
): SourceUse[] {
  return supportsOf(candidate.groundingMetadata).flatMap(({ segment, groundingChunkIndices }) => {
    const span = segment ? placeOf(segment, whole) : null;
    return (groundingChunkIndices ?? []).flatMap((index) => {
      const source = sources[index];
      return source ? [{ ...source, span }] : [];
    });
  });
}

/** Stops that are a decision against the answer, not a fault of the machine. */
const refusals = new Set(["SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "LANGUAGE"]);

function stateOf(
  body: GeminiBody,
  { finishReason: stop, content }: Candidate,
  { text }: GeminiText,
): { state: AnswerState; reason: string | null } {
  if (refusals.has(stop)) return { state: "refused", reason: stop };
  if (stop === "MAX_TOKENS") return { state: "truncated", reason: stop };
  if (stop !== "STOP") return { state: "provider_error", reason: `the answer stopped: ${vendorCode(stop)}` };
  const written = body.usageMetadata?.candidatesTokenCount ?? 0;
  if (!content?.parts && written > 0) {
    return { state: "provider_error", reason: `no content, though ${written} tokens of it were counted` };
  }
  if (text.trim() === "") return { state: "empty", reason: "the answer has no text" };
  return { state: "answered", reason: null };
}

/** What the search brought in counts as input, thinking as output. */
function usageOf({ usageMetadata: usage }: GeminiBody, searches: number): AnswerUsage | null {
  if (!usage) return null;
  const { promptTokenCount: prompt, candidatesTokenCount: written, thoughtsTokenCount: thoughts } = usage;
  return {
    inputTokens: prompt == null ? null : prompt + (usage.toolUsePromptTokenCount ?? 0),
    cachedInputTokens: usage.cachedContentTokenCount ?? 0,
    outputTokens: (written ?? 0) + (thoughts ?? 0),
    reasoningTokens: thoughts ?? 0,
    searches,
  };
}
