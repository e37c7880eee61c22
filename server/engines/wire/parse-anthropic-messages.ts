import type { AnswerState, AnswerUsage, ParsedAnswer } from "../contract";
import { costOfMessage } from "./anthropic-prices";
import { citationsOf, ErrorBody, hitsIn, isSearch, isSearchResult, isText, Message } from "./anthropic-shape";
import { groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";
import { openReplies } from "./reply-envelope";
import { sumOfKnown } from "./sum-of-known";
import { vendorCode } from "./vendor-code";

/**
 * A Claude message as an answer; of a turn that was paused, all its replies in order. Cited: the citations of a text block,
 * whose place is the block itself (the vendor splits the text there). Retrieved: every hit of every search. Never throws.
 */
export function parseAnthropicMessages(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const messages: Message[] = [];
  for (const body of openReplies(json.value).bodies) {
    const error = ErrorBody.safeParse(body).data;
    if (error) return providerError(`Claude failed: ${vendorCode(error.error.type)}`);
    const checked = Message.safeParse(body);
    if (!checked.success) {
      const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
      return providerError(`not an Anthropic message: ${fields.join(", ")}`);
    }
    messages.push(checked.data);
  }
  const last = messages.at(-1);
  return last ? readTurn(messages, last) : providerError("not an Anthropic message: body");
}

function readTurn(messages: readonly Message[], last: Message): ParsedAnswer {
  const blocks = messages.flatMap(({ content }) => content);
  const { text, cited } = readText(blocks);
  const searches = blocks.filter(isSearch);
  const retrieved = blocks
    .filter(isSearchResult)
    .flatMap(hitsIn)
    .map(({ url, title }) => ({ url, title: title || null, span: null }));
  return {
    ...stateOf(last, text),
    text,
    modelRequested: null,
    modelServed: last.model,
    searchTriggered: searches.length > 0,
    citations: [...groupByUrl("cited", cited), ...groupByUrl("retrieved", retrieved)],
    searchQueries: searches.flatMap(({ input }) => input?.query || []),
    usage: usageOf(messages),
    costMicros: sumOfKnown(messages.map(({ model, usage }) => usage && costOfMessage(model, usage))),
    finish: last.stop_reason,
  };
}

const complete = new Set(["end_turn", "stop_sequence"]);
const cut = new Set(["max_tokens", "model_context_window_exceeded", "pause_turn"]);

function stateOf(last: Message, text: string): { state: AnswerState; reason: string | null } {
  const stop = last.stop_reason;
  if (stop === "refusal") {
    const category = last.stop_details?.category;
    return { state: "refused", reason: category ? `refusal: ${vendorCode(category)}` : "refusal" };
  }
  if (cut.has(stop)) return { state: "truncated", reason: stop };
  if (!complete.has(stop))
    return { state: "provider_error", reason: `the turn stopped: ${vendorCode(stop)}` };
  if (text.trim() === "") return { state: "empty", reason: "the message has no text" };
  return { state: "answered", reason: null };
}

/** Text blocks run on, as they are split at citations; where a search stands between two, a blank line parts them. */
function readText(blocks: Message["content"]): { text: string; cited: SourceUse[] } {
  let text = "";
  let interrupted = false;
  const cited: SourceUse[] = [];
  for (const block of blocks) {
    if (!isText(block)) {
      interrupted = true;
      continue;
    }
    if (interrupted && text !== "" && block.text !== "") text += "\n\n";
    if (block.text !== "") interrupted = false;
    const start = text.length;
    text += block.text;
    const span = block.text === "" ? null : { start, end: text.length };
    for (const { url, title } of citationsOf(block)) cited.push({ url, title: title || null, span });
  }
  return { text, cited };
}

function usageOf(messages: readonly Message[]): AnswerUsage | null {
  const usages = messages.flatMap(({ usage }) => usage ?? []);
  if (usages.length === 0) return null;
  return {
    inputTokens: sumOfKnown(
      usages.map(({ input_tokens, cache_creation_input_tokens, cache_read_input_tokens }) =>
        input_tokens == null
          ? null
          : input_tokens + (cache_creation_input_tokens ?? 0) + (cache_read_input_tokens ?? 0),
      ),
    ),
    cachedInputTokens: sumOfKnown(usages.map((usage) => usage.cache_read_input_tokens)),
    outputTokens: sumOfKnown(usages.map((usage) => usage.output_tokens)),
    reasoningTokens: sumOfKnown(usages.map((usage) => usage.output_tokens_details?.thinking_tokens)),
    searches: usages.reduce((sum, usage) => sum + (usage.server_tool_use?.web_search_requests ?? 0), 0),
  };
}
