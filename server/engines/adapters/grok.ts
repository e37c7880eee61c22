import { z } from "zod";
import { defineEngine } from "../define-engine";
import { baseUrl } from "../wire/base-url";
import { failureInOpenAiBody } from "../wire/openai-failures";
import { parseXaiResponses } from "../wire/parse-xai-responses";
import { sendJson } from "../wire/send-json";

const label = "Grok";

/** Pinned: another model is another contract, and a series break. */
const model = "grok-4.3";

/**
 * Grok through xAI's Responses API, with web search available and never forced; posts on X aren't searched. The prompt goes
 * out verbatim as the only input; no place and no language can be given. `store: false` keeps the answer out of xAI's
 * history. Source: docs.x.ai, "Responses API", "Web Search" and "Citations".
 */
export const grok = defineEngine({
  id: "grok",
  label,
  surface: "api",
  contract: `xai-responses/web_search/${model}/v1`,
  price: { credits: 7 },
  // Ten searches at 5,000, 60,000 tokens in, 4,000 out with the thoughts.
  estimateMicros: 135_000,
  env: { XAI_API_KEY: z.string().min(1), XAI_BASE_URL: baseUrl("https://api.x.ai/v1") },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 30,
    callsPerMinute: 480,
    promptChars: 10_000,
  },
  observability: {
    cited: { observable: true, meaning: "numbered links in the text, and annotations with a place in it" },
    retrieved: { observable: true, meaning: "sources of the searches, and pages that were opened" },
    searchQueries: { observable: true, meaning: "queries the model searched for" },
    searchTriggered: { observable: true, meaning: "a web_search_call stands in the output" },
    modelServed: { observable: true, meaning: "the model that answered" },
  },
  localeMapping: {
    country: { field: null, meaning: "the search takes no place" },
    language: { field: null, meaning: "follows the prompt's own language" },
    city: { field: null, meaning: "the search takes no place" },
  },
  request: {
    endpoint: "POST https://api.x.ai/v1/responses",
    model: model,
    search: "available, never forced: the model decides; posts on X aren’t searched",
    prompt: "verbatim, as the only input",
  },
  knownLimits: [
    "It is asked from nowhere in particular: the API takes no place and no language.",
    "It often searches many times: its cost differs more from answer to answer than that of others.",
  ],
  sandbox: {
    path: "/v1/xai/responses",
    env: (origin) => ({ XAI_API_KEY: "sandbox", XAI_BASE_URL: `${origin}/v1/xai` }),
  },
  ask: ({ askId, prompt }, { fetch, env, timeoutMs, signal }) =>
    sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.XAI_BASE_URL}/responses`,
      headers: { authorization: `Bearer ${env.XAI_API_KEY}`, "x-client-request-id": askId },
      body: {
        model,
        input: [{ role: "user", content: prompt }],
        tools: [{ type: "web_search" }],
        include: ["web_search_call.action.sources"],
        store: false,
      },
      failureIn: (body, httpStatus) => failureInOpenAiBody(label, body, httpStatus),
    }),
  parse: parseXaiResponses,
});
