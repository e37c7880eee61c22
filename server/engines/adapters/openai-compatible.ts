import { z } from "zod";
import { defineEngine } from "../define-engine";
import { failureInChatBody } from "../wire/chat-completion-failures";
import { parseChatCompletion } from "../wire/parse-chat-completion";
import { sendJson } from "../wire/send-json";

const label = "OpenAI-compatible endpoint";

/**
 * Any endpoint that speaks OpenAI's chat completions (Ollama, vLLM, a gateway), with one model of the operator's choice and
 * no search of ours. The prompt goes out verbatim as the only message. The contract can't name the model: another model is
 * seen by what was served, and should be another deployment.
 * Source: OpenAI's API reference, "Create chat completion".
 */
export const openAiCompatible = defineEngine({
  id: "openai_compatible",
  label,
  surface: "api",
  contract: "openai-compatible/chat-completions/v1",
  price: { credits: 1 },
  // Nobody but the operator knows what an answer costs: as much as its one credit stands for.
  estimateMicros: 10_000,
  env: {
    OPENAI_COMPATIBLE_BASE_URL: z.url().transform((url) => url.replace(/\/+$/, "")),
    OPENAI_COMPATIBLE_MODEL: z.string().min(1),
    OPENAI_COMPATIBLE_API_KEY: z.string().min(1).optional(),
  },
  limits: {
    timeoutMs: 120_000,
    budgetMs: 600_000,
    concurrency: 8,
    callsPerMinute: 600,
    promptChars: 10_000,
  },
  observability: {
    cited: { observable: false, meaning: "unknown, unless the body has annotations or citations" },
    retrieved: { observable: false, meaning: "unknown, unless the body lists citations or search results" },
    searchQueries: { observable: false, meaning: "whether the endpoint searches isn't known" },
    searchTriggered: { observable: false, meaning: "true when the body names pages, else not observable" },
    modelServed: { observable: true, meaning: "the model that the endpoint names" },
  },
  localeMapping: {
    country: { field: null, meaning: "a chat has no place" },
    language: { field: null, meaning: "follows the prompt's own language" },
    city: { field: null, meaning: "a chat has no place" },
  },
  request: {
    endpoint: "POST {OPENAI_COMPATIBLE_BASE_URL}/chat/completions",
    model: null,
    search: "none of ours; whether the endpoint searches by itself isn’t known",
    prompt: "verbatim, as the only message",
  },
  knownLimits: [
    "Which model answers is up to whoever runs this site: another model is another series.",
    "What an answer costs isn’t known: its cost is counted by its estimate.",
  ],
  sandbox: {
    path: "/v1/chat/completions",
    env: (origin) => ({
      OPENAI_COMPATIBLE_BASE_URL: `${origin}/v1`,
      OPENAI_COMPATIBLE_MODEL: "sandbox-model",
      OPENAI_COMPATIBLE_API_KEY: "sandbox",
    }),
  },
  ask({ askId, prompt }, { fetch, env, timeoutMs, signal }) {
    const key = env.OPENAI_COMPATIBLE_API_KEY;
    return sendJson({
      label,
      fetch,
      timeoutMs,
      signal,
      url: `${env.OPENAI_COMPATIBLE_BASE_URL}/chat/completions`,
      headers: {
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        "x-client-request-id": askId,
      },
      body: { model: env.OPENAI_COMPATIBLE_MODEL, messages: [{ role: "user", content: prompt }] },
      failureIn: (body, httpStatus) => failureInChatBody(label, body, httpStatus),
    });
  },
  parse: parseChatCompletion,
});
