import { z } from "zod";
import type { SandboxAnswer } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const Request = z.strictObject({
  model: z.string().min(1),
  messages: z.tuple([z.strictObject({ role: z.literal("user"), content: z.string().min(1) })]),
});

/** An endpoint that took over OpenAI's chat completions, as a local model server does: no key asked for, no pages shown. */
export const chatCompletionsWire: WireFormat = {
  read(headers, body) {
    const checked = Request.safeParse(parseJsonBody(body));
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: checked.data.messages[0].content,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: { model: checked.data.model },
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: completionOf(answer, frame) }),
  unknownPrompt: () => failure(400, "invalid_request_error", "The recording has no answer to this prompt."),
  rateLimited: (seconds) => ({
    ...failure(429, "rate_limit_error", "Too many requests."),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "server_error", "The model runner has stopped."),
  failureInside: () => ({ httpStatus: 200, json: { error: "the model runner has stopped" } }),
};

function failure(httpStatus: number, type: string, message: string): WireReply {
  return { httpStatus, json: { error: { message, type, param: null, code: null } } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const message = unknown
    ? `Unrecognized request argument: ${unknown}`
    : `Invalid '${issue?.path.join(".") || "body"}'`;
  return failure(400, "invalid_request_error", message);
}

const finishes: Readonly<Partial<Record<SandboxAnswer["outcome"], string>>> = {
  truncated: "length",
  refused: "content_filter",
};

function completionOf(answer: SandboxAnswer, { request, replyId, observedAt }: WireFrame) {
  const prompt_tokens = Math.ceil(request.prompt.length / 4);
  const completion_tokens = Math.ceil(answer.text.length / 4);
  return {
    id: `chatcmpl-${replyId}`,
    object: "chat.completion",
    created: Math.floor(observedAt.getTime() / 1000),
    model: request.echo.model,
    system_fingerprint: "fp_sandbox",
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: answer.text,
          reasoning_content: null,
          refusal: null,
          annotations: null,
          tool_calls: [],
          function_call: null,
          audio: null,
        },
        logprobs: null,
        finish_reason: finishes[answer.outcome] ?? "stop",
        stop_reason: null,
      },
    ],
    service_tier: null,
    prompt_logprobs: null,
    kv_transfer_params: null,
    usage: {
      prompt_tokens,
      completion_tokens,
      total_tokens: prompt_tokens + completion_tokens,
      prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0, audio_tokens: 0 },
    },
  };
}
