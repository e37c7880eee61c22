import type { AnswerState, AnswerUsage, ParsedAnswer } from "../contract";
import { costOfResponse } from "./openai-prices";
import { ContentPart, MessageItem, ResponseBody, SearchCall, UrlCitation } from "./openai-responses-shape";
import { groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";
import { toUtf16Spans } from "./text-offsets";

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
    ...stateOf(body, messages.length, text, refusal),
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

function stateOf(
  body: ResponseBody,
  messages: number,
  text: string,
  refusal: string | null,
): { state: AnswerState; reason: string | null } {
  const incomplete = body.incomplete_details?.reason ?? null;
  if (body.status === "failed" || body.error) {
    return { state: "provider_error", reason: `the response failed: ${body.error?.code ?? body.status}` };
  }
  if (incomplete === "content_filter") return { state: "refused", reason: incomplete };
  if (body.status === "incomplete") return { state: "truncated", reason: incomplete ?? body.status };
  if (body.status !== "completed") {
    return { state: "provider_error", reason: `the response is ${body.status}, not completed` };
  }
  if (refusal !== null) return { state: "refused", reason: "the model refused" };
  if (messages === 0) return { state: "empty", reason: "no message in the output" };
  if (text.trim() === "") return { state: "empty", reason: "the message has no text" };
  return { state: "answered", reason: null };
}

/** Texts of a message run on; messages are parted by a blank line, and annotation offsets move along. */
function readMessages(messages: readonly { content: readonly unknown[] }[]) {
  let text = "";
  let refusal: string | null = null;
  const cited: SourceUse[] = [];
  for (const message of messages) {
    if (text !== "") text += "\n\n";
    for (const raw of message.content) {
      const part = ContentPart.safeParse(raw).data;
      if (part?.type === "refusal") refusal = part.refusal;
      if (part?.type !== "output_text") continue;
      cited.push(...readAnnotations(part.text, part.annotations ?? [], text.length));
      text += part.text;
    }
  }
  return { text, cited, refusal };
}

function readAnnotations(text: string, annotations: readonly unknown[], shift: number): SourceUse[] {
  const citations = annotations.flatMap((raw) => UrlCitation.safeParse(raw).data ?? []);
  const spans = toUtf16Spans(
    text,
    citations.map(({ url, start_index: start, end_index: end }) => ({
      start: start ?? -1,
      end: end ?? -1,
      hint: url,
    })),
  );
  return citations.map(({ url, title }, index) => {
    const span = spans[index] ?? null;
    return {
      url,
      title: title || null,
      span: span && { start: span.start + shift, end: span.end + shift },
    };
  });
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
