import { z } from "zod";
import { otherThan } from "./other-than";

/**
 * The parts of an OpenAI Responses object that are read; everything else is ignored, so that a new field breaks nothing.
 * Source: OpenAI's API reference, "The response object", and the recorded bodies of the Vercel AI SDK's tests.
 */
export const UrlCitation = z.object({
  type: z.literal("url_citation"),
  url: z.string().min(1),
  title: z.string().nullish(),
  start_index: z.int().nullish(),
  end_index: z.int().nullish(),
});

const OutputText = z.object({
  type: z.literal("output_text"),
  text: z.string(),
  annotations: z.array(z.unknown()).nullish(),
});
const Refusal = z.object({ type: z.literal("refusal"), refusal: z.string() });
export const ContentPart = z.discriminatedUnion("type", [OutputText, Refusal]);

export const MessageItem = z.object({
  type: z.literal("message"),
  content: z.array(z.union([ContentPart, otherThan("output_text", "refusal")])),
});

export const SearchCall = z.object({
  type: z.literal("web_search_call"),
  action: z
    .object({
      type: z.string().nullish(),
      query: z.string().nullish(),
      queries: z.array(z.string()).nullish(),
      sources: z.array(z.object({ url: z.string().nullish(), title: z.string().nullish() })).nullish(),
    })
    .nullish(),
});

export type SearchCall = z.infer<typeof SearchCall>;

export const ResponseError = z.object({
  code: z.string().nullish(),
  message: z.string().nullish(),
  type: z.string().nullish(),
});

const Usage = z.object({
  input_tokens: z.int().nullish(),
  input_tokens_details: z.object({ cached_tokens: z.int().nullish() }).nullish(),
  output_tokens: z.int().nullish(),
  output_tokens_details: z.object({ reasoning_tokens: z.int().nullish() }).nullish(),
});

/**
 * `resp_` tells OpenAI's own bodies from those of vendors that took the format over (xAI's ids have no prefix), and a model
 * without a slash from Perplexity's.
 */
export const ResponseBody = z.object({
  id: z.string().startsWith("resp_"),
  object: z.literal("response"),
  status: z.string(),
  model: z.string().regex(/^[^/]+$/),
  output: z.array(z.union([MessageItem, SearchCall, otherThan("message", "web_search_call")])),
  error: ResponseError.nullish(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  metadata: z.object({ model_requested: z.string().nullish() }).nullish(),
  usage: Usage.nullish(),
});
export type ResponseBody = z.infer<typeof ResponseBody>;
