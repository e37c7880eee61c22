import type { AnswerUsage, ParsedAnswer } from "../contract";
import { linkedUses, mergeUses } from "./citation-markers";
import { groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";
import { readMessages, responseState } from "./responses-messages";
import { costOfXai } from "./xai-prices";
import { isMessage, isSearch, type SearchCall, targetOf, XaiBody } from "./xai-responses-shape";

/**
 * An xAI Responses body as an answer. Cited: numbered links in the text, `[[3]](url)`, and annotations with a place. xAI
 * annotates every page that it came across, too, without a place: those are retrieved, beside the sources and opened pages of
 * its searches. Only in older bodies, which list no sources, do they count as cited: there is one list for both. Never throws.
 */
export function parseXaiResponses(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = XaiBody.safeParse(json.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not an xAI response: ${fields.join(", ")}`);
  }
  return readResponse(checked.data);
}

function readResponse(body: XaiBody): ParsedAnswer {
  const messages = body.output.filter(isMessage);
  const searches = body.output.filter(isSearch);
  const { text, cited: annotated, refusal } = readMessages(messages);
  const { cited, alsoFound } = sortAnnotations(annotated.map(withoutUrlAsTitle), searches);
  const usage = usageOf(body, searches);
  return {
    ...responseState(body, messages.length, { text, refusal }),
    text: text === "" && refusal !== null ? refusal : text,
    modelRequested: null,
    modelServed: body.model,
    searchTriggered: searches.length > 0,
    citations: [
      ...groupByUrl("cited", mergeUses(linkedUses(text), cited)),
      ...groupByUrl("retrieved", [...searches.flatMap(foundBy), ...alsoFound]),
    ],
    searchQueries: searches.flatMap((search) => targetOf(search).queries),
    usage,
    costMicros: body.usage && usage ? costOfXai(body.model, body.usage, usage) : null,
    finish: body.incomplete_details?.reason ?? body.status,
  };
}

/** An annotation without a place means a page that was come across, unless nothing else in the body could say that. */
function sortAnnotations(annotated: readonly SourceUse[], searches: readonly SearchCall[]) {
  const listsSources = searches.some(({ action }) => action);
  if (!listsSources) return { cited: annotated, alsoFound: [] };
  return {
    cited: annotated.filter(({ span }) => span),
    alsoFound: annotated.filter(({ span }) => !span),
  };
}

/** xAI repeats the address where it has no title. */
function withoutUrlAsTitle(use: SourceUse): SourceUse {
  return use.title === use.url ? { ...use, title: null } : use;
}

function foundBy(search: SearchCall): SourceUse[] {
  const sources = (search.action?.sources ?? []).flatMap(({ url, title }) =>
    url ? [{ url, title: title || null, span: null }] : [],
  );
  return [...sources, ...targetOf(search).pages.map((url) => ({ url, title: null, span: null }))];
}

function usageOf({ usage }: XaiBody, searches: readonly SearchCall[]): AnswerUsage | null {
  if (!usage) return null;
  return {
    inputTokens: usage.input_tokens ?? null,
    cachedInputTokens: usage.input_tokens_details?.cached_tokens ?? null,
    outputTokens: usage.output_tokens ?? null,
    reasoningTokens: usage.output_tokens_details?.reasoning_tokens ?? null,
    searches: usage.server_side_tool_usage_details?.web_search_calls ?? searches.length,
  };
}
