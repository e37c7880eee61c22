import { z } from "zod";
import { defineEngine } from "../define-engine";
import { baseUrl } from "../wire/base-url";
import { failureInGeminiBody } from "../wire/gemini-failures";
import { chunksOf, GeminiBody } from "../wire/gemini-shape";
import { parseGemini } from "../wire/parse-gemini";
import { sealReplies } from "../wire/reply-envelope";
import { resolveGroundingLinks } from "../wire/resolve-grounding-links";
import { sendJson } from "../wire/send-json";

const label = "Gemini";

/** Pinned: another model is another contract, and a series break. */
const model = "gemini-3.8-flash";

/**
 * Gemini through Google's generateContent, with Google Search available and never forced. The prompt goes out verbatim as
 * the only content; no place and no language can be given. The pages come as redirect links that run out after a while, so
 * they are resolved here, once, before the raw body is stored: the vendor's reply stands in it byte for byte, beside what
 * each link led to. Source: ai.google.dev, "Generating content" and "Grounding with Google Search".
 */
export const gemini = defineEngine({
  id: "gemini",
  label,
  surface: "api",
  contract: `gemini-generate-content/google_search/${model}/v1`,
  price: { credits: 4 },
  // Five queries at 14,000, 5,000 tokens in, 4,000 out with the thoughts.
  estimateMicros: 110_000,
  env: {
    GEMINI_API_KEY: z.string().min(1),
    GEMINI_BASE_URL: baseUrl("https://generativelanguage.googleapis.com/v1beta"),
    GEMINI_REDIRECT_URL: baseUrl("https://vertexaisearch.cloud.google.com"),
  },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 30,
    callsPerMinute: 1_000,
    promptChars: 10_000,
  },
  observability: {
    cited: { observable: true, meaning: "grounding supports: passages that name the chunks they lean on" },
    retrieved: { observable: true, meaning: "grounding chunks: pages that Google Search gave to the model" },
    searchQueries: { observable: true, meaning: "queries that the model sent to Google Search" },
    searchTriggered: { observable: true, meaning: "queries, chunks or tokens of a search stand in the body" },
    modelServed: { observable: true, meaning: "the model version that answered" },
  },
  localeMapping: {
    country: { field: null, meaning: "the API takes no place for Google Search" },
    language: { field: null, meaning: "follows the prompt's own language" },
    city: { field: null, meaning: "the API takes no place for Google Search" },
  },
  request: {
    endpoint: `POST https://generativelanguage.googleapis.com/v1beta/models/${model}:generateContent`,
    model: model,
    search: "available, never forced: the model decides",
    prompt: "verbatim, as the only content",
  },
  knownLimits: [
    "It is asked from nowhere in particular: the API takes no place and no language.",
    "Pages come as links of Google that run out: each is resolved once, and one that can’t be stays Google’s link.",
    "Its cost is counted at the list price from 2027 on, twice what Google takes until then.",
  ],
  sandbox: {
    path: `/v1beta/models/${model}:generateContent`,
    env: (origin) => ({
      GEMINI_API_KEY: "sandbox",
      GEMINI_BASE_URL: `${origin}/v1beta`,
      GEMINI_REDIRECT_URL: origin,
    }),
  },
  async ask({ askId, prompt }, { fetch, env, timeoutMs, signal }) {
    const reply = await sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.GEMINI_BASE_URL}/models/${model}:generateContent`,
      headers: { "x-goog-api-key": env.GEMINI_API_KEY, "x-client-request-id": askId },
      body: { contents: [{ role: "user", parts: [{ text: prompt }] }], tools: [{ google_search: {} }] },
      failureIn: (body, httpStatus) => failureInGeminiBody(label, body, httpStatus),
    });
    const dialer = { fetch, origin: env.GEMINI_REDIRECT_URL, signal };
    return {
      ...reply,
      body: sealReplies([reply.body], await resolveGroundingLinks(linksIn(reply.body), dialer)),
    };
  },
  parse: parseGemini,
});

function linksIn(body: string): string[] {
  const [candidate] = GeminiBody.safeParse(JSON.parse(body)).data?.candidates ?? [];
  return chunksOf(candidate?.groundingMetadata).flatMap((chunk) => chunk?.uri ?? []);
}
