import type { z } from "zod";
import type { AnalysisTask } from "../define-task";
import { boundedFetch } from "./bounded-fetch";
import { type FailedAnswer, type FramedRequest, repairTurns } from "./frame-request";
import { loadSdk, type Sdk } from "./load-sdk";
import { type ModelReply, tokenCount } from "./model-reply";
import type { ModelSettings } from "./model-status";
import { unavailable } from "./unavailable";

interface ModelCall<Raw> {
  readonly settings: ModelSettings;
  readonly model: string;
  readonly task: Pick<AnalysisTask<never, Raw, unknown>, "id" | "output" | "maxOutputTokens">;
  readonly framed: FramedRequest;
  /** The first answer, when this is its repair. */
  readonly failed: FailedAnswer | null;
}

/**
 * Asks a model once: no retry, no tool, no redirect. Resolves with an answer of the wanted shape, with what is wrong with
 * one of another shape, or with why there is none. Throws for nothing that an endpoint can do.
 */
export async function askModel<Raw>(call: ModelCall<Raw>): Promise<ModelReply<Raw>> {
  const { settings, task, framed, failed } = call;
  const sdk = await loadSdk();
  const { generateText, NoObjectGeneratedError, NoOutputGeneratedError, Output } = sdk.ai;
  const timeout = AbortSignal.timeout(settings.timeoutMs);
  try {
    const result = await generateText({
      model: modelOf(sdk, call),
      instructions: framed.instructions,
      messages: [{ role: "user", content: framed.data }, ...repairTurns(failed)],
      output: Output.object({ schema: task.output, name: task.id }),
      maxOutputTokens: task.maxOutputTokens,
      temperature: 0,
      maxRetries: 0,
      abortSignal: timeout,
    });
    return read(task.output, result.text, result.usage);
  } catch (thrown) {
    if (NoObjectGeneratedError.isInstance(thrown)) return read(task.output, thrown.text ?? "", thrown.usage);
    if (NoOutputGeneratedError.isInstance(thrown))
      return { kind: "invalid", problem: "it is empty", text: "", tokens: null };
    return unavailable(thrown, timeout.aborted, settings.timeoutMs);
  }
}

function modelOf<Raw>({ createOpenAICompatible }: Sdk, { settings, model }: ModelCall<Raw>) {
  const provider = createOpenAICompatible({
    name: "analysis",
    baseURL: settings.baseUrl,
    ...(settings.apiKey === undefined ? {} : { apiKey: settings.apiKey }),
    fetch: boundedFetch,
    supportsStructuredOutputs: settings.responseFormat === "json_schema",
    ...(isOpenAi(settings.baseUrl) ? { transformRequestBody: inOpenAiWords } : {}),
  });
  return provider.chatModel(model);
}

function isOpenAi(baseUrl: string): boolean {
  return new URL(baseUrl).hostname === "api.openai.com";
}

/** OpenAI's own newer models refuse `max_tokens` and a temperature, which every other endpoint knows. */
function inOpenAiWords({ max_tokens, temperature: _, ...body }: Record<string, unknown>) {
  return { ...body, max_completion_tokens: max_tokens };
}

/** An answer's text as JSON of the wanted shape, or what is wrong with it in words for the model. */
function read<Raw>(
  schema: z.ZodType<Raw>,
  text: string,
  usage: { readonly totalTokens: number | undefined } | undefined,
): ModelReply<Raw> {
  const tokens = tokenCount(usage?.totalTokens);
  const json = parseJson(text);
  if (json === undefined) return { kind: "invalid", problem: "it isn't JSON", text, tokens };
  const checked = schema.safeParse(json);
  if (checked.success) return { kind: "answer", raw: checked.data, text, tokens };
  const wrong = checked.error.issues
    .slice(0, 5)
    .map(({ path, message }) => `${path.join(".") || "it"}: ${message}`);
  return { kind: "invalid", problem: wrong.join("; "), text, tokens };
}

/** Undefined for what is no JSON. Small models like to put theirs into a code block. */
function parseJson(text: string): unknown {
  const [, inside] = /^\s*```(?:json)?\s*\n([\s\S]*?)\n?```\s*$/.exec(text) ?? [];
  try {
    return JSON.parse(inside ?? text);
  } catch {
    return undefined;
  }
}
