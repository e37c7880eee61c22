import { z } from "zod";
import type { EngineFailure } from "../engine-error";
import { failureInOpenAiBody } from "./openai-failures";

/** `{error}` in place of choices: a text of Ollama's, an object with a numeric code of a gateway's. */
const ErrorBody = z.object({
  error: z.union([z.string(), z.looseObject({})]),
  choices: z.undefined().optional(),
});

/** A failure inside an OpenAI-compatible endpoint's body: OpenAI's own form, or `{error}` under HTTP 200, which is free. */
export function failureInChatBody(label: string, body: unknown, httpStatus: number): EngineFailure | null {
  const known = failureInOpenAiBody(label, body, httpStatus);
  if (known || httpStatus >= 300 || !ErrorBody.safeParse(body).success) return known;
  const message = `${label} failed (unknown error)`;
  return { kind: "server_error", retryable: true, mayHaveBeenPaid: false, message, httpStatus };
}
