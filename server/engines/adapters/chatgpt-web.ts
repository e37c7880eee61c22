import { defineEngine } from "../define-engine";
import { askDataForSeo } from "../wire/ask-dataforseo";
import { dataForSeoEnv, dataForSeoSandboxEnv } from "../wire/dataforseo-env";
import { dataForSeoLocale } from "../wire/dataforseo-locale";
import { parseDataForSeoChatGpt } from "../wire/parse-dataforseo-chatgpt";

const label = "ChatGPT website";
const path = "/v3/ai_optimization/chat_gpt/llm_scraper/live/advanced";

/**
 * ChatGPT as consumers see it: chatgpt.com as captured by DataForSEO's browser in the given country and language, a series
 * of its own beside the API's and never blended with it. Search is ChatGPT's own decision: it isn't forced. A prompt over
 * 2,000 characters is refused before anything is sent.
 * Source: docs.dataforseo.com/v3/ai_optimization/chat_gpt/llm_scraper/live/advanced.
 */
export const chatgptWeb = defineEngine({
  id: "chatgpt_web",
  label,
  surface: "capture",
  contract: "dataforseo-chatgpt-scraper/live-advanced/v1",
  price: { credits: 1 },
  // USD 0.004 for a live page.
  estimateMicros: 4_000,
  env: dataForSeoEnv,
  limits: {
    timeoutMs: 150_000,
    budgetMs: 660_000,
    concurrency: 30,
    callsPerMinute: 2_000,
    promptChars: 2_000,
  },
  observability: {
    cited: { observable: true, meaning: "sources that ChatGPT shows with its answer" },
    retrieved: { observable: true, meaning: "search results that ChatGPT was given, used or not" },
    searchQueries: { observable: true, meaning: "fan-out queries: what ChatGPT searched for" },
    searchTriggered: { observable: true, meaning: "search results, sources or queries stand in the body" },
    modelServed: { observable: true, meaning: "the model that chatgpt.com names" },
  },
  localeMapping: dataForSeoLocale,
  request: {
    endpoint: `POST https://api.dataforseo.com${path}`,
    model: null,
    search: "ChatGPT’s own decision: it isn’t forced",
    prompt: "verbatim, as the chat’s first message",
  },
  knownLimits: [
    "Prompts of more than 2,000 characters are refused before anything is sent.",
    "It is seen by a vendor’s browser, without memory and signed out: what a person who is signed in sees may differ.",
  ],
  sandbox: { path, env: dataForSeoSandboxEnv },
  ask: (request, deps) => askDataForSeo({ label, path, request, deps, settings: {} }),
  parse: parseDataForSeoChatGpt,
});
