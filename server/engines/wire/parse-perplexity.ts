import type { AnswerUsage, ParsedAnswer } from "../contract";
import { markedUses, mergeUses } from "./citation-markers";
import { groupByUrl, parseJson, providerError } from "./parsed-answer";
import { costOfPerplexity } from "./perplexity-prices";
import { billedSearches, isMessage, isSearch, type Page, PerplexityBody, pagesIn } from "./perplexity-shape";
import { readMessages, responseState } from "./responses-messages";

/**
 * A Perplexity Agent API response as an answer. Retrieved: every page that was found or opened. Cited: the pages whose number
 * stands in the text (`[3]` is the result with that id), with the marker as their place, and what annotations name; most
 * bodies have none. Never throws.
 */
export function parsePerplexity(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = PerplexityBody.safeParse(json.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not a Perplexity response: ${fields.join(", ")}`);
  }
  return readResponse(checked.data);
}

function readResponse(body: PerplexityBody): ParsedAnswer {
  const messages = body.output.filter(isMessage);
  const searches = body.output.filter(isSearch);
  const pages = body.output.flatMap(pagesIn);
  const { text, cited, refusal } = readMessages(messages);
  const marked = markedUses(text, pageByNumber(pages));
  const billed = billedSearches(body.usage);
  const usage = usageOf(body, billed ?? searches.length);
  return {
    ...responseState(body, messages.length, { text, refusal }),
    text,
    modelRequested: null,
    modelServed: body.model,
    searchTriggered: pages.length > 0 || searches.length > 0 || (billed ?? 0) > 0,
    citations: [
      ...groupByUrl("cited", mergeUses(marked, cited)),
      ...groupByUrl("retrieved", pages.map(asSource)),
    ],
    searchQueries: searches.flatMap(({ queries }) => queries ?? []),
    usage,
    costMicros: costOfPerplexity(body, usage),
    finish: body.incomplete_details?.reason ?? body.status,
  };
}

function asSource({ url, title }: Page) {
  return { url, title: title || null, span: null };
}

/** The first page with that id: ids count through the whole run. */
function pageByNumber(pages: readonly Page[]) {
  return (number: number) => {
    const page = pages.find(({ id }) => id === number);
    return page && asSource(page);
  };
}

function usageOf({ usage }: PerplexityBody, searches: number): AnswerUsage | null {
  if (!usage) return null;
  return {
    inputTokens: usage.input_tokens ?? null,
    cachedInputTokens: usage.input_tokens_details?.cache_read_input_tokens ?? null,
    outputTokens: usage.output_tokens ?? null,
    reasoningTokens: usage.output_tokens_details?.reasoning_tokens ?? null,
    searches,
  };
}
