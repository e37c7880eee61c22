import { defineEngine } from "../define-engine";
import { askDataForSeo } from "../wire/ask-dataforseo";
import { dataForSeoEnv, dataForSeoSandboxEnv } from "../wire/dataforseo-env";
import { dataForSeoLocale } from "../wire/dataforseo-locale";
import { parseDataForSeoPage } from "../wire/parse-dataforseo-page";

const label = "Google AI Mode";
const path = "/v3/serp/google/ai_mode/live/advanced";

/**
 * Google AI Mode as seen by DataForSEO's browser in the given country and language. A prompt over 700 characters, or a
 * country that Google doesn't list, is refused before anything is sent.
 * Source: docs.dataforseo.com/v3/serp/google/ai_mode/live/advanced.
 */
export const googleAiMode = defineEngine({
  id: "google_ai_mode",
  label,
  surface: "serp",
  contract: "dataforseo-ai-mode/live-advanced/desktop/v1",
  price: { credits: 1 },
  // The vendor bills by the page: USD 0.004 for a live one.
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
    cited: { observable: true, meaning: "references and links that Google shows with the answer" },
    retrieved: { observable: false, meaning: "pages that Google read and didn't show can't be seen" },
    searchQueries: { observable: false, meaning: "the queries that Google fans out to can't be seen" },
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
    "Prompts of more than 700 characters are refused before anything is sent.",
    "It is seen by a vendor’s browser, signed out: what Google shows to a person who is signed in may differ.",
  ],
  sandbox: { path, env: dataForSeoSandboxEnv },
  ask: (request, deps) => askDataForSeo({ label, path, request, deps, settings: { device: "desktop" } }),
  parse: (rawBody) => parseDataForSeoPage("ai_mode", rawBody),
});
