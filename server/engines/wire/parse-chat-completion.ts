import type { AnswerState, AnswerUsage, ParsedAnswer } from "../contract";
import {
  annotationsOf,
  ChatCompletion,
  type Choice,
  type Listed,
  listedPages,
} from "./chat-completion-shape";
import { markedUses, mergeUses } from "./citation-markers";
import { groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";
import { annotationUses } from "./responses-messages";
import { vendorCode } from "./vendor-code";

/**
 * A chat completion of any endpoint as an answer. Most show no pages at all: then nothing is known of them, or of a search.
 * Where the body has `annotations`, these are cited; a list of `citations` or `search_results` is retrieved, and cited where
 * its numbers stand in the text, or as a whole where nothing says which. The cost isn't known. Never throws.
 */
export function parseChatCompletion(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = ChatCompletion.safeParse(json.value);
  const [choice] = checked.data?.choices ?? [];
  if (!checked.success || !choice) {
    const issues = checked.error?.issues ?? [];
    const fields = [...new Set(issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not a chat completion: ${fields.join(", ")}`);
  }
  return readChoice(checked.data, choice);
}

function readChoice(body: ChatCompletion, choice: Choice): ParsedAnswer {
  const { message, finish_reason: finish } = choice;
  const text = message.content ?? "";
  const pages = listedPages(body);
  const listed = pages.flatMap((page) => (page ? [asSource(page)] : []));
  const told = mergeUses(
    markedUses(text, (number) => asKnownSource(pages[number - 1])),
    annotationUses(text, annotationsOf(choice)),
  );
  return {
    ...stateOf(body, choice),
    text: text === "" && message.refusal ? message.refusal : text,
    modelRequested: null,
    modelServed: body.model ?? null,
    searchTriggered: told.length > 0 || listed.length > 0 ? true : null,
    citations: [...groupByUrl("cited", told.length > 0 ? told : listed), ...groupByUrl("retrieved", listed)],
    searchQueries: [],
    usage: usageOf(body),
    costMicros: null,
    finish,
  };
}

function asSource({ url, title }: Listed): SourceUse {
  return { url, title: title || null, span: null };
}

function asKnownSource(page: Listed | null | undefined): SourceUse | undefined {
  return page ? asSource(page) : undefined;
}

function stateOf(body: ChatCompletion, choice: Choice): { state: AnswerState; reason: string | null } {
  const { message, finish_reason: finish } = choice;
  if (message.refusal && !message.content) return { state: "refused", reason: "the model refused" };
  if (finish === "content_filter") return { state: "refused", reason: finish };
  if (finish === "length") return { state: "truncated", reason: finish };
  if (finish !== "stop")
    return { state: "provider_error", reason: `the answer stopped: ${vendorCode(finish)}` };
  const written = body.usage?.completion_tokens ?? 0;
  if (message.content === null && written > 0) {
    return { state: "provider_error", reason: `no content, though ${written} tokens of it were counted` };
  }
  if (!message.content?.trim()) return { state: "empty", reason: "the message has no text" };
  return { state: "answered", reason: null };
}

function usageOf({ usage }: ChatCompletion): AnswerUsage | null {
  if (!usage) return null;
  return {
    inputTokens: usage.prompt_tokens ?? null,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? null,
    outputTokens: usage.completion_tokens ?? null,
    reasoningTokens: usage.completion_tokens_details?.reasoning_tokens ?? null,
    searches: null,
  };
}
