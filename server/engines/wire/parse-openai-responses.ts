import type { AnswerUsage, ParsedAnswer } from "../contract";
import { costOfResponse } from "./openai-prices";
import { MessageItem, ResponseBody, SearchCall } from "./openai-responses-shape";
import { groupByUrl, parseJson, providerError } from "./parsed-answer";
import { readMessages, responseState } from "./responses-messages";

/**
 * An OpenAI Responses body as an answer. Cited: `url_citation` annotations, one per use, grouped by url. Retrieved:
 * `web_search_call.action.sources`, which is every page the search gave to the model. Never throws.
 */
export function parseOpenAiResponses(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = ResponseBody.safeParse(json.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not an OpenAI Responses body: ${fields.join(", ")}`);
  }
  return readResponse(checked.data);
}

function readResponse(body: ResponseBody): ParsedAnswer {
  const messages = body.output.flatMap((item) => MessageItem.safeParse(item).data ?? []);
  const searches = body.output.flatMap((item) => SearchCall.safeParse(item).data ?? []);
  const { text, cited, refusal } = readMessages(messages);
  const usage = readUsage(body, searches);
  const retrieved = searches.flatMap((search) =>
    (search.action?.sources ?? []).flatMap(({ url, title }) =>
      url ? [{ url, title: title ?? null, span: null }] : [],
    ),
  );
  return {
    ...responseState(body, messages.length, { text, refusal }),
    text: text === "" && refusal !== null ? refusal : text,
    modelRequested: body.metadata?.model_requested ?? null,
    modelServed: body.model,
    searchTriggered: searches.length > 0,
    citations: [...groupByUrl("cited", cited), ...groupByUrl("retrieved", retrieved)],
    searchQueries: searches.flatMap(({ action }) => action?.queries ?? (action?.query ? [action.query] : [])),
    usage,
    costMicros: usage && costOfResponse(body.model, usage),
    finish: body.incomplete_details?.reason ?? body.status,
  };
}

function readUsage(body: ResponseBody, searches: readonly SearchCall[]): AnswerUsage | null {
  if (!body.usage) return null;
  const billed = searches.filter(({ action }) => !action?.type || action.type === "search");
  return {
    inputTokens: body.usage.input_tokens ?? null,
    cachedInputTokens: body.usage.input_tokens_details?.cached_tokens ?? null,
    outputTokens: body.usage.output_tokens ?? null,
    reasoningTokens: body.usage.output_tokens_details?.reasoning_tokens ?? null,
    searches: billed.length,
  };
}
