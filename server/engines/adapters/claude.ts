import { z } from "zod";
import { type AskRequest, defineEngine, type RawReply } from "../define-engine";
import { failureInAnthropicBody } from "../wire/anthropic-failures";
import { continuedTurn } from "../wire/anthropic-turn";
import { approximatePlace } from "../wire/approximate-place";
import { baseUrl } from "../wire/base-url";
import { parseAnthropicMessages } from "../wire/parse-anthropic-messages";
import { sendJson } from "../wire/send-json";

const label = "Claude";

/** Pinned: another model is another contract, and a series break. */
const model = "claude-haiku-5-5";

/** What Claude may search for one answer, and write in one reply, its thinking included. */
const maxSearches = 5;
const maxTokens = 16_000;

/**
 * Claude through Anthropic's Messages API, with web search available and never forced. The prompt goes out verbatim as the
 * only message. A turn that the API pauses is continued with what it sent so far, up to five replies; the raw body keeps
 * them all. A continuation that fails is lost money: the replies before it were billed.
 * Source: Anthropic's API reference, "Create a message", and its guides to the web search tool and to stop reasons.
 */
export const claude = defineEngine({
  id: "claude",
  label,
  surface: "api",
  contract: `anthropic-messages/web_search_20250305/${model}/v1`,
  price: { credits: 4 },
  // Five searches at 10,000, 100,000 tokens in, 16,000 out.
  estimateMicros: 70_000,
  env: { ANTHROPIC_API_KEY: z.string().min(1), ANTHROPIC_BASE_URL: baseUrl("https://api.anthropic.com") },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 30,
    callsPerMinute: 1_000,
    promptChars: 10_000,
  },
  observability: {
    cited: { observable: true, meaning: "citations of a passage of the text" },
    retrieved: { observable: true, meaning: "web_search_tool_result: pages the search gave to the model" },
    searchQueries: { observable: true, meaning: "queries the model searched for" },
    searchTriggered: { observable: true, meaning: "a web_search use stands in the content" },
    modelServed: { observable: true, meaning: "the model that answered" },
  },
  localeMapping: {
    country: { field: "tools.0.user_location.country", meaning: "approximate place of the search" },
    language: { field: null, meaning: "follows the prompt's own language" },
    city: { field: "tools.0.user_location.city", meaning: "approximate place of the search" },
  },
  request: {
    endpoint: "POST https://api.anthropic.com/v1/messages",
    model: model,
    search: "available, never forced: up to five searches an answer",
    prompt: "verbatim, as the only input",
  },
  knownLimits: [
    "A turn that pauses is continued, up to five replies; when a continuation fails, the ask has failed.",
    "Thinking and answer share 16,000 tokens a reply: a longer one is cut off and called truncated.",
  ],
  sandbox: {
    path: "/v1/messages",
    env: (origin) => ({ ANTHROPIC_API_KEY: "sandbox", ANTHROPIC_BASE_URL: origin }),
  },
  ask(request, { fetch, env, timeoutMs, signal }) {
    const send = (content: readonly unknown[], leftMs: number): Promise<RawReply> =>
      sendJson({
        label,
        fetch,
        timeoutMs: leftMs,
        signal,
        url: `${env.ANTHROPIC_BASE_URL}/v1/messages`,
        headers: {
          "x-api-key": env.ANTHROPIC_API_KEY,
          "anthropic-version": "2023-06-01",
          "x-client-request-id": request.askId,
        },
        body: bodyOf(request, content),
        failureIn: (body, httpStatus) => failureInAnthropicBody(label, body, httpStatus),
      });
    return continuedTurn(send, timeoutMs);
  },
  parse: parseAnthropicMessages,
});

/** The prompt, and what the turn holds so far: nothing, the first time. */
function bodyOf({ prompt, locale }: AskRequest, content: readonly unknown[]) {
  return {
    model,
    max_tokens: maxTokens,
    messages: [
      { role: "user", content: prompt },
      ...(content.length > 0 ? [{ role: "assistant", content }] : []),
    ],
    tools: [
      {
        type: "web_search_20250305",
        name: "web_search",
        max_uses: maxSearches,
        user_location: approximatePlace(locale),
      },
    ],
  };
}
