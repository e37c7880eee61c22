import { z } from "zod";
import { toCodePointSpan } from "../wire/text-offsets";
import type { SandboxAnswer } from "./sandbox-answer";
import { hash32 } from "./seeded-random";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const WebSearch = z.strictObject({
  type: z.literal("web_search"),
  search_context_size: z.enum(["low", "medium", "high"]).optional(),
  user_location: z
    .strictObject({
      type: z.literal("approximate"),
      country: z.string().length(2).nullish(),
      city: z.string().nullish(),
      region: z.string().nullish(),
      timezone: z.string().nullish(),
    })
    .nullish(),
});

const Request = z.strictObject({
  model: z.string().min(1),
  input: z.string().min(1),
  tools: z.array(WebSearch).optional(),
  include: z.array(z.enum(["web_search_call.action.sources"])).optional(),
  store: z.boolean().optional(),
  metadata: z.record(z.string(), z.string()).optional(),
  max_output_tokens: z.int().positive().optional(),
});

/** OpenAI's Responses API: strict about parameters, errors as `{error:{message,type,param,code}}`. */
export const openAiResponsesWire: WireFormat = {
  read(headers, body) {
    if (!/^Bearer \S+$/.test(headers.authorization ?? "")) {
      const message = "You didn't provide an API key. Use an Authorization header with Bearer auth.";
      return { ok: false, refusal: failure(401, "invalid_request_error", message, null, null) };
    }
    const checked = Request.safeParse(parseJsonBody(body));
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    const { input, model, metadata, tools } = checked.data;
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: input,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: { model, metadata: metadata ?? {}, tools: tools ?? [] },
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: responseOf(answer, frame) }),
  unknownPrompt: () =>
    failure(
      400,
      "invalid_request_error",
      "The recording has no answer to this prompt.",
      "input",
      "not_recorded",
    ),
  rateLimited: (seconds) => ({
    ...failure(429, "requests", "Rate limit reached.", null, "rate_limit_exceeded"),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "server_error", "The server had an error.", null, "server_error"),
  failureInside: (frame) => ({
    httpStatus: 200,
    json: {
      ...envelope(frame),
      status: "failed",
      error: { code: "server_error", message: "The model failed to generate a response." },
      output: [],
      usage: null,
    },
  }),
};

function failure(
  httpStatus: number,
  type: string,
  message: string,
  param: string | null,
  code: string | null,
): WireReply {
  return { httpStatus, json: { error: { message, type, param, code } } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const param = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].join(".");
  const message = unknown ? `Unknown parameter: '${param}'.` : `Invalid value for '${param || "body"}'.`;
  return failure(
    400,
    "invalid_request_error",
    message,
    param,
    unknown ? "unknown_parameter" : "invalid_value",
  );
}

function envelope({ request, replyId, observedAt }: WireFrame) {
  const model = String(request.echo.model);
  return {
    id: `resp_${replyId}`,
    object: "response",
    created_at: Math.floor(observedAt.getTime() / 1000),
    background: false,
    error: null,
    incomplete_details: null,
    instructions: null,
    max_output_tokens: null,
    // A bare alias is served by a dated model, as with the real one.
    model: /\d{4}-\d{2}-\d{2}$/.test(model) ? model : `${model}-2025-08-07`,
    parallel_tool_calls: true,
    previous_response_id: null,
    service_tier: "default",
    store: false,
    temperature: 1,
    tool_choice: "auto",
    tools: request.echo.tools,
    top_p: 1,
    truncation: "disabled",
    metadata: request.echo.metadata,
  };
}

function responseOf(answer: SandboxAnswer, frame: WireFrame) {
  const truncated = answer.outcome === "truncated";
  const { replyId, request } = frame;
  const outputTokens = 300 + Math.ceil(answer.text.length / 4);
  const inputTokens = Math.ceil(request.prompt.length / 4) + (answer.searched ? 8000 : 400);
  return {
    ...envelope(frame),
    status: truncated ? "incomplete" : "completed",
    incomplete_details: truncated ? { reason: "max_output_tokens" } : null,
    output: [
      { id: `rs_${replyId}`, type: "reasoning", summary: [] },
      ...(answer.searched ? [searchCall(answer, replyId)] : []),
      {
        id: `msg_${replyId}`,
        type: "message",
        status: truncated ? "incomplete" : "completed",
        role: "assistant",
        content: content(answer),
      },
    ],
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: hash32(answer.text) % 3 === 0 ? 256 : 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 256 },
      total_tokens: inputTokens + outputTokens,
    },
  };
}

function searchCall(answer: SandboxAnswer, replyId: string) {
  const urls = [...new Set(answer.retrieved.map(({ url }) => url))];
  return {
    id: `ws_${replyId}`,
    type: "web_search_call",
    status: "completed",
    action: {
      type: "search",
      query: answer.queries[0] ?? "",
      ...(answer.queries.length > 0 ? { queries: answer.queries } : {}),
      sources: urls.map((url) => ({ type: "url", url })),
    },
  };
}

function content(answer: SandboxAnswer): readonly unknown[] {
  if (answer.outcome === "refused") return [{ type: "refusal", refusal: answer.text }];
  const annotations = answer.cited.map(({ url, title, span }) => {
    const { start, end } = span ? toCodePointSpan(answer.text, span) : { start: 0, end: 0 };
    return { type: "url_citation", start_index: start, end_index: end, title, url };
  });
  return [{ type: "output_text", annotations, logprobs: [], text: answer.text }];
}
