import { z } from "zod";
import { MessageItem, ResponseError } from "./openai-responses-shape";
import { otherThan } from "./other-than";

/**
 * The parts of an xAI Responses object that are read; everything else is ignored, so that a new field breaks nothing. Older
 * bodies give a search as `arguments`, a string of JSON, and list no sources; newer ones give `action` with its sources.
 * Source: docs.x.ai, "Responses API", "Web Search" and "Citations", and bodies recorded by the Vercel AI SDK.
 */
const SearchCall = z.object({
  type: z.literal("web_search_call"),
  arguments: z.string().nullish(),
  action: z
    .object({
      type: z.string().nullish(),
      query: z.string().nullish(),
      queries: z.array(z.string()).nullish(),
      url: z.string().nullish(),
      sources: z.array(z.object({ url: z.string().nullish(), title: z.string().nullish() })).nullish(),
    })
    .nullish(),
});
const KnownSearchCall = SearchCall.refine((call) => call.action || call.arguments);
export type SearchCall = z.infer<typeof SearchCall>;

const Item = z.union([MessageItem, KnownSearchCall, otherThan("message", "web_search_call")]);
type Item = z.infer<typeof Item>;

export function isMessage(item: Item): item is z.infer<typeof MessageItem> {
  return item.type === "message";
}

export function isSearch(item: Item): item is SearchCall {
  return item.type === "web_search_call";
}

const Arguments = z.object({ query: z.string().nullish(), url: z.string().nullish() });

/** What a call searched for, and which page it opened, in either form. */
export function targetOf({ action, arguments: text }: SearchCall): { queries: string[]; pages: string[] } {
  if (action) {
    const queries = action.queries ?? (action.query ? [action.query] : []);
    return { queries, pages: action.url ? [action.url] : [] };
  }
  const { query, url } = readArguments(text ?? "");
  return { queries: query ? [query] : [], pages: url ? [url] : [] };
}

function readArguments(text: string): z.infer<typeof Arguments> {
  try {
    return Arguments.safeParse(JSON.parse(text)).data ?? {};
  } catch {
    return {};
  }
}

const Usage = z.object({
  input_tokens: z.int().nonnegative().nullish(),
  input_tokens_details: z.object({ cached_tokens: z.int().nonnegative().nullish() }).nullish(),
  output_tokens: z.int().nonnegative().nullish(),
  output_tokens_details: z.object({ reasoning_tokens: z.int().nonnegative().nullish() }).nullish(),
  /** What it cost by xAI's own bill: 10,000,000,000 ticks are one US dollar. */
  cost_in_usd_ticks: z.int().nonnegative().nullish(),
  server_side_tool_usage_details: z.object({ web_search_calls: z.int().nonnegative().nullish() }).nullish(),
});
export type XaiUsage = z.infer<typeof Usage>;

/** The model's name tells xAI's bodies from those of others: their ids have no prefix. */
export const XaiBody = z.object({
  id: z.string().min(1),
  object: z.literal("response"),
  status: z.string(),
  model: z.string().startsWith("grok"),
  output: z.array(Item),
  error: ResponseError.nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  usage: Usage.nullish(),
});
export type XaiBody = z.infer<typeof XaiBody>;
