import { z } from "zod";
import { defineEngine } from "../define-engine";
import { approximatePlace } from "../wire/approximate-place";
import { baseUrl } from "../wire/base-url";
import { failureInOpenAiBody } from "../wire/openai-failures";
import { parseOpenAiResponses } from "../wire/parse-openai-responses";
import { sendJson } from "../wire/send-json";

const label = "ChatGPT";

/** Pinned: another model is another contract, and a series break. */
const model = "gpt-5-mini";

/**
 * ChatGPT through OpenAI's Responses API, with web search available and never forced. The prompt goes out verbatim as the
 * only input. Country and city are given as the search's approximate place; a language can't be given.
 * `store: false` keeps the answer out of OpenAI's logs; `metadata` isn't shown to the model and comes back in the body.
 * Source: OpenAI's API reference, "Create a model response", and its web search guide.
 */
export const chatgpt = defineEngine({
  id: "chatgpt",
  label,
  surface: "api",
  contract: `openai-responses/web_search/${model}/v1`,
  price: { credits: 2 },
  // Three searches, 40,000 tokens in, 5,000 out: twice what a recorded answer took.
  estimateMicros: 50_000,
  env: { OPENAI_API_KEY: z.string().min(1), OPENAI_BASE_URL: baseUrl("https://api.openai.com/v1") },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 50,
    callsPerMinute: 500,
    promptChars: 10_000,
  },
  observability: {
    cited: {
      observable: true,
      meaning: "url_citation annotations: passages that name the page they lean on",
    },
    retrieved: {
      observable: true,
      meaning: "web_search_call.action.sources: pages the search gave to the model",
    },
    searchQueries: { observable: true, meaning: "queries the model searched for" },
    searchTriggered: { observable: true, meaning: "a web_search_call stands in the output" },
    modelServed: { observable: true, meaning: "the dated model that answered" },
  },
  localeMapping: {
    country: { field: "tools.0.user_location.country", meaning: "approximate place of the search" },
    language: { field: null, meaning: "follows the prompt's own language" },
    city: { field: "tools.0.user_location.city", meaning: "approximate place of the search" },
  },
  request: {
    endpoint: "POST https://api.openai.com/v1/responses",
    model: model,
    search: "available, never forced: the model decides",
    prompt: "verbatim, as the only input",
  },
  knownLimits: [
    "An answer may search and still cite nothing in its text.",
    "It is what the API answers, which differs from chatgpt.com: that is the engine ChatGPT website.",
  ],
  sandbox: {
    path: "/v1/responses",
    env: (origin) => ({ OPENAI_API_KEY: "sandbox", OPENAI_BASE_URL: `${origin}/v1` }),
  },
  ask: ({ askId, prompt, locale }, { fetch, env, timeoutMs, signal }) =>
    sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.OPENAI_BASE_URL}/responses`,
      headers: { authorization: `Bearer ${env.OPENAI_API_KEY}`, "x-client-request-id": askId },
      body: {
        model,
        input: prompt,
        tools: [{ type: "web_search", user_location: approximatePlace(locale) }],
        include: ["web_search_call.action.sources"],
        store: false,
        metadata: { model_requested: model },
      },
      failureIn: (body, httpStatus) => failureInOpenAiBody(label, body, httpStatus),
    }),
  parse: parseOpenAiResponses,
});
