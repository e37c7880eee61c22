import { z } from "zod";
import { MessageItem } from "./openai-responses-shape";
import { otherThan } from "./other-than";

/**
 * The parts of Perplexity's Agent API response that are read; everything else is ignored, so that a new field breaks nothing.
 * Source: docs.perplexity.ai, "Create Agent Response" and "How to migrate from Sonar", Perplexity's migration guide on
 * GitHub (api-platform-developers), and a body recorded by the Vercel AI SDK.
 */
const Page = z.object({
  id: z.int().nullish(),
  url: z.string().min(1),
  title: z.string().nullish(),
});
export type Page = z.infer<typeof Page>;

const SearchResults = z.object({
  type: z.literal("search_results"),
  queries: z.array(z.string()).nullish(),
  results: z.array(z.unknown()),
});

const FetchedPages = z.object({ type: z.literal("fetch_url_results"), contents: z.array(z.unknown()) });

const Item = z.union([
  MessageItem,
  SearchResults,
  FetchedPages,
  otherThan("message", "search_results", "fetch_url_results"),
]);
type Item = z.infer<typeof Item>;

export function isMessage(item: Item): item is z.infer<typeof MessageItem> {
  return item.type === "message";
}

export function isSearch(item: Item): item is z.infer<typeof SearchResults> {
  return item.type === "search_results";
}

/** The pages that an item brought in, found or opened. */
export function pagesIn(item: Item): Page[] {
  const raw = isSearch(item) ? item.results : isFetch(item) ? item.contents : [];
  return raw.flatMap((page) => Page.safeParse(page).data ?? []);
}

function isFetch(item: Item): item is z.infer<typeof FetchedPages> {
  return item.type === "fetch_url_results";
}

const Usage = z.object({
  input_tokens: z.int().nonnegative().nullish(),
  input_tokens_details: z.object({ cache_read_input_tokens: z.int().nonnegative().nullish() }).nullish(),
  output_tokens: z.int().nonnegative().nullish(),
  output_tokens_details: z.object({ reasoning_tokens: z.int().nonnegative().nullish() }).nullish(),
  tool_calls_details: z.record(z.string(), z.unknown()).nullish(),
  cost: z.object({ currency: z.string(), total_cost: z.number().nonnegative() }).nullish(),
});

const RunError = z.object({
  code: z.union([z.string(), z.number()]).nullish(),
  type: z.string().nullish(),
});

/** A model is `provider/model`: that tells Perplexity's bodies from OpenAI's. */
export const PerplexityBody = z.object({
  id: z.string().min(1),
  object: z.literal("response"),
  status: z.string(),
  model: z.string().regex(/^[^/]+\/./),
  output: z.array(Item),
  error: RunError.nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  usage: Usage.nullish(),
});
export type PerplexityBody = z.infer<typeof PerplexityBody>;

const Invocations = z.object({ invocation: z.int().nonnegative() });

/** How often it searched, by the vendor's bill; null where the bill doesn't say. */
export function billedSearches(usage: PerplexityBody["usage"]): number | null {
  return Invocations.safeParse(usage?.tool_calls_details?.search_web).data?.invocation ?? null;
}

/** Of a run that failed: HTTP 200, no answer, and an error. */
export const FailedRun = z.object({
  status: z.enum(["failed", "cancelled"]),
  error: RunError.nullish(),
  usage: z.unknown().optional(),
});
