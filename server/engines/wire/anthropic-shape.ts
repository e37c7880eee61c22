import { z } from "zod";
import { otherThan } from "./other-than";

/**
 * The parts of an Anthropic message that are read; everything else is ignored, so that a new field breaks nothing.
 * Source: Anthropic's API reference, "Create a message", its web search tool guide, and a body recorded by the Vercel AI SDK.
 */
const WebSearchCitation = z.object({
  type: z.literal("web_search_result_location"),
  url: z.string().min(1),
  title: z.string().nullish(),
});

const TextBlock = z.object({
  type: z.literal("text"),
  text: z.string(),
  citations: z.array(z.unknown()).nullish(),
});
type TextBlock = z.infer<typeof TextBlock>;

/** The pages that a passage leans on. */
export function citationsOf({ citations }: TextBlock): z.infer<typeof WebSearchCitation>[] {
  return (citations ?? []).flatMap((raw) => WebSearchCitation.safeParse(raw).data ?? []);
}

/** A tool that runs on Anthropic's side; only `web_search` is asked for. */
const ServerToolUse = z.object({
  type: z.literal("server_tool_use"),
  name: z.string(),
  input: z.object({ query: z.string().nullish() }).nullish(),
});

const SearchHit = z.object({ url: z.string().min(1), title: z.string().nullish() });

/** `content` is a list of hits, or one error object where the search failed. */
const SearchResult = z.object({ type: z.literal("web_search_tool_result"), content: z.unknown() });

/** The pages that a search brought in; none where it failed. */
export function hitsIn({ content }: z.infer<typeof SearchResult>): z.infer<typeof SearchHit>[] {
  return Array.isArray(content) ? content.flatMap((hit) => SearchHit.safeParse(hit).data ?? []) : [];
}

const Block = z.union([
  TextBlock,
  ServerToolUse,
  SearchResult,
  otherThan("text", "server_tool_use", "web_search_tool_result"),
]);
type Block = z.infer<typeof Block>;

export function isText(block: Block): block is TextBlock {
  return block.type === "text";
}

export function isSearch(block: Block): block is z.infer<typeof ServerToolUse> {
  return block.type === "server_tool_use" && block.name === "web_search";
}

export function isSearchResult(block: Block): block is z.infer<typeof SearchResult> {
  return block.type === "web_search_tool_result";
}

const Usage = z.object({
  input_tokens: z.int().nonnegative().nullish(),
  cache_creation_input_tokens: z.int().nonnegative().nullish(),
  cache_read_input_tokens: z.int().nonnegative().nullish(),
  output_tokens: z.int().nonnegative().nullish(),
  output_tokens_details: z.object({ thinking_tokens: z.int().nonnegative().nullish() }).nullish(),
  server_tool_use: z.object({ web_search_requests: z.int().nonnegative().nullish() }).nullish(),
});
export type AnthropicUsage = z.infer<typeof Usage>;

export const Message = z.object({
  type: z.literal("message"),
  role: z.literal("assistant"),
  model: z.string().min(1),
  content: z.array(Block),
  stop_reason: z.string(),
  stop_details: z.object({ category: z.string().nullish() }).nullish(),
  usage: Usage.nullish(),
});
export type Message = z.infer<typeof Message>;

export const ErrorBody = z.object({
  type: z.literal("error"),
  error: z.object({ type: z.string() }),
});
