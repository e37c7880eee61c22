import { z } from "zod";
import { defineEngine } from "../define-engine";
import { EngineError } from "../engine-error";
import { baseUrl } from "../wire/base-url";
import { failureInDataForSeoBody } from "../wire/dataforseo-failures";
import { googleLocationCode } from "../wire/google-locations";
import { parseDataForSeoPage } from "../wire/parse-dataforseo-page";
import { sendJson } from "../wire/send-json";

const label = "Google AI Mode";
const path = "/v3/serp/google/ai_mode/live/advanced";

/**
 * Google AI Mode as seen by DataForSEO's browser in the given country. The vendor decodes `%xx` and `+` in the keyword, so
 * both are escaped: what Google is asked is the prompt verbatim. The ask id travels as `tag`, which the vendor echoes.
 * A prompt over 700 characters, or a country that Google doesn't list, is refused before anything is sent.
 * Source: docs.dataforseo.com/v3/serp/google/ai_mode/live/advanced.
 */
export const googleAiMode = defineEngine({
  id: "google_ai_mode",
  label,
  surface: "serp",
  contract: "dataforseo-ai-mode/live-advanced/desktop/v1",
  price: { credits: 1 },
  env: {
    DATAFORSEO_LOGIN: z.string().min(1),
    DATAFORSEO_PASSWORD: z.string().min(1),
    DATAFORSEO_BASE_URL: baseUrl("https://api.dataforseo.com"),
  },
  limits: { timeoutMs: 120_000, concurrency: 30, promptChars: 700 },
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
  sandbox: {
    path,
    env: (origin) => ({
      DATAFORSEO_LOGIN: "sandbox",
      DATAFORSEO_PASSWORD: "sandbox",
      DATAFORSEO_BASE_URL: origin,
    }),
  },
  async ask({ askId, prompt, locale }, { fetch, env, timeoutMs, signal }) {
    const locationCode = googleLocationCode(locale.country);
    if (locationCode === null) throw unknownCountry(locale.country);
    const credentials = Buffer.from(`${env.DATAFORSEO_LOGIN}:${env.DATAFORSEO_PASSWORD}`).toString("base64");
    return sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.DATAFORSEO_BASE_URL}${path}`,
      headers: { authorization: `Basic ${credentials}` },
      body: [
        {
          keyword: escapeKeyword(prompt),
          location_code: locationCode,
          language_code: locale.language,
          device: "desktop",
          tag: askId,
        },
      ],
      failureIn: (body, httpStatus) => failureInDataForSeoBody(label, body, httpStatus),
    });
  },
  parse: (rawBody) => parseDataForSeoPage("ai_mode", rawBody),
});

function escapeKeyword(prompt: string): string {
  return prompt.replaceAll("%", "%25").replaceAll("+", "%2B");
}

function unknownCountry(country: string): EngineError {
  const message = `${label} can't be asked from "${country}": not a country we know`;
  return new EngineError({ kind: "rejected", retryable: false, mayHaveBeenPaid: false, message });
}
