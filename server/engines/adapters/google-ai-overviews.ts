import { defineEngine } from "../define-engine";
import { askDataForSeo } from "../wire/ask-dataforseo";
import { dataForSeoEnv, dataForSeoSandboxEnv } from "../wire/dataforseo-env";
import { dataForSeoLocale } from "../wire/dataforseo-locale";
import { parseDataForSeoPage } from "../wire/parse-dataforseo-page";

const label = "Google AI Overviews";
const path = "/v3/serp/google/organic/live/advanced";

/**
 * The AI Overview on Google's first page of results, as seen by DataForSEO's browser in the given country and language, on
 * a desktop. Google loads most overviews after the page: `load_async_ai_overview` waits for them. A page without one is an
 * answer of its own (`no_answer_shown`). The vendor takes $0.002 for the page and as much again for an overview that it had
 * to wait for, so a page without one has half the weight. A prompt over 700 characters is refused before anything is sent.
 * Source: docs.dataforseo.com/v3/serp/google/organic/live/advanced.
 */
export const googleAiOverviews = defineEngine({
  id: "google_ai_overviews",
  label,
  surface: "serp",
  contract: "dataforseo-organic/live-advanced/async-overview/desktop/v1",
  price: { credits: 2, noAnswerShownCredits: 1 },
  // USD 0.002 for a live page, and as much again for one whose overview is waited for.
  estimateMicros: 4_000,
  env: dataForSeoEnv,
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 30,
    callsPerMinute: 2_000,
    promptChars: 700,
  },
  observability: {
    cited: { observable: true, meaning: "references and links that Google shows in the overview" },
    retrieved: {
      observable: false,
      meaning: "pages that Google read for the overview and didn't show can't be seen",
    },
    searchQueries: { observable: false, meaning: "what Google searched for to write it can't be seen" },
    searchTriggered: {
      observable: false,
      meaning: "true when references are shown, else not observable",
    },
    modelServed: { observable: false, meaning: "Google doesn't name the model" },
  },
  localeMapping: dataForSeoLocale,
  request: {
    endpoint: `POST https://api.dataforseo.com${path}`,
    model: null,
    search: "part of the product itself",
    prompt: "verbatim, as the search’s words",
  },
  knownLimits: [
    "Many pages show no overview: that is an answer of its own, at half the price.",
    "Prompts of more than 700 characters are refused before anything is sent.",
    "It is seen by a vendor’s browser, signed out, on a desktop: what Google shows to a person who is signed in may differ.",
  ],
  sandbox: { path, env: dataForSeoSandboxEnv },
  ask: (request, deps) =>
    askDataForSeo({
      label,
      path,
      request,
      deps,
      settings: { device: "desktop", load_async_ai_overview: true },
    }),
  parse: (rawBody) => parseDataForSeoPage("organic", rawBody),
});
