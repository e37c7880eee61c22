import { z } from "zod";
import { defineEngine } from "../define-engine";
import { baseUrl } from "../wire/base-url";
import { parsePerplexity } from "../wire/parse-perplexity";
import { failureInPerplexityBody } from "../wire/perplexity-failures";
import { sendJson } from "../wire/send-json";

const label = "Perplexity";

/** Pinned: another model is another contract, and a series break. */
const model = "perplexity/sonar";

/**
 * Perplexity's own model through its Agent API, with web search available and never forced. The prompt goes out verbatim as
 * the only input. The API refuses any field that it doesn't know, so nothing else is sent: the ask id travels in a header.
 * Source: docs.perplexity.ai, "Create Agent Response" and "How to migrate from Sonar".
 */
export const perplexity = defineEngine({
  id: "perplexity",
  label,
  surface: "api",
  contract: "perplexity-agent/web_search/sonar/v1",
  price: { credits: 1 },
  // Three searches at 5,000, 20,000 tokens in at 0.25, 2,000 out at 2.5.
  estimateMicros: 25_000,
  env: { PERPLEXITY_API_KEY: z.string().min(1), PERPLEXITY_BASE_URL: baseUrl("https://api.perplexity.ai") },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 30,
    callsPerMinute: 50,
    promptChars: 10_000,
  },
  observability: {
    cited: { observable: true, meaning: "numbers in the text that stand for a search result" },
    retrieved: { observable: true, meaning: "search_results: pages that were found or opened" },
    searchQueries: { observable: true, meaning: "queries of the search results" },
    searchTriggered: { observable: true, meaning: "search results stand in the output" },
    modelServed: { observable: true, meaning: "the model that answered" },
  },
  localeMapping: {
    country: { field: "tools.0.user_location.country", meaning: "place of the search" },
    language: { field: "language_preference", meaning: "preferred language of the answer" },
    city: { field: "tools.0.user_location.city", meaning: "place of the search" },
  },
  request: {
    endpoint: "POST https://api.perplexity.ai/v1/agent",
    model: model,
    search: "available, never forced: the model decides",
    prompt: "verbatim, as the only input",
  },
  knownLimits: [
    "A page counts as cited where its number stands in the text; most answers give no other sign.",
  ],
  sandbox: {
    path: "/v1/agent",
    env: (origin) => ({ PERPLEXITY_API_KEY: "sandbox", PERPLEXITY_BASE_URL: origin }),
  },
  ask: ({ askId, prompt, locale: { country, language, city } }, { fetch, env, timeoutMs, signal }) =>
    sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.PERPLEXITY_BASE_URL}/v1/agent`,
      headers: { authorization: `Bearer ${env.PERPLEXITY_API_KEY}`, "x-client-request-id": askId },
      body: {
        model,
        input: prompt,
        tools: [{ type: "web_search", user_location: { country, ...(city === undefined ? {} : { city }) } }],
        language_preference: language,
      },
      failureIn: (body, httpStatus) => failureInPerplexityBody(label, body, httpStatus),
    }),
  parse: parsePerplexity,
});
