import { z } from "zod";

/**
 * The parts of a chat completion that are read; everything else is ignored: every endpoint adds something of its own.
 * Source: OpenAI's API reference, "The chat completion object", and the documentation of Ollama, vLLM and OpenRouter.
 */
const Message = z.object({
  content: z.string().nullable(),
  refusal: z.string().nullish(),
  annotations: z.array(z.unknown()).nullish(),
});

const Choice = z.object({ message: Message, finish_reason: z.string() });
export type Choice = z.infer<typeof Choice>;

const Usage = z.object({
  prompt_tokens: z.int().nonnegative().nullish(),
  prompt_tokens_details: z.object({ cached_tokens: z.int().nonnegative().nullish() }).nullish(),
  completion_tokens: z.int().nonnegative().nullish(),
  completion_tokens_details: z.object({ reasoning_tokens: z.int().nonnegative().nullish() }).nullish(),
});

export const ChatCompletion = z.object({
  object: z.literal("chat.completion"),
  model: z.string().nullish(),
  choices: z.array(Choice).min(1),
  citations: z.array(z.unknown()).nullish(),
  search_results: z.array(z.unknown()).nullish(),
  usage: Usage.nullish(),
});
export type ChatCompletion = z.infer<typeof ChatCompletion>;

const Citation = z.object({
  url: z.string().min(1),
  title: z.string().nullish(),
  start_index: z.int().nullish(),
  end_index: z.int().nullish(),
});

/** Nested as OpenAI and OpenRouter send it, or flat. */
const Annotation = z.union([
  z.object({ type: z.literal("url_citation"), url_citation: Citation }).transform((one) => one.url_citation),
  Citation.extend({ type: z.literal("url_citation") }),
]);

export function annotationsOf({ message }: Choice): z.infer<typeof Citation>[] {
  return (message.annotations ?? []).flatMap((raw) => Annotation.safeParse(raw).data ?? []);
}

const Listed = z.union([
  z
    .string()
    .min(1)
    .transform((url) => ({ url, title: null })),
  z.object({ url: z.string().min(1), title: z.string().nullish() }),
]);
export type Listed = z.infer<typeof Listed>;

/** The numbered pages beside the text, by place; one that can't be read keeps its number. */
export function listedPages({ citations, search_results: results }: ChatCompletion): (Listed | null)[] {
  const titled = (results ?? []).map((raw) => Listed.safeParse(raw).data ?? null);
  if (titled.length > 0) return titled;
  return (citations ?? []).map((raw) => Listed.safeParse(raw).data ?? null);
}
