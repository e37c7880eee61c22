import { z } from "zod";
import { toCodePointSpan } from "../wire/text-offsets";
import type { SandboxAnswer } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const model = "perplexity/sonar";

const WebSearch = z.strictObject({
  type: z.literal("web_search"),
  user_location: z
    .strictObject({
      country: z.string().length(2).optional(),
      city: z.string().min(1).optional(),
      region: z.string().optional(),
      latitude: z.number().optional(),
      longitude: z.number().optional(),
    })
    .optional(),
  search_context_size: z.enum(["low", "medium", "high"]).optional(),
});

const Request = z.strictObject({
  model: z.string().min(1),
  input: z.string().min(1),
  tools: z.array(WebSearch).optional(),
  language_preference: z.string().length(2).optional(),
  max_output_tokens: z.int().positive().optional(),
});

/** Perplexity's Agent API: any field that it doesn't know is HTTP 400, and a run that failed is HTTP 200 that says so. */
export const perplexityWire: WireFormat = {
  read(headers, body) {
    if (!/^Bearer \S+$/.test(headers.authorization ?? "")) {
      return { ok: false, refusal: failure(401, "forbidden", "Invalid API key provided.") };
    }
    const checked = Request.safeParse(parseJsonBody(body));
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    if (checked.data.model !== model) {
      return { ok: false, refusal: failure(400, "invalid_model", `Invalid model '${checked.data.model}'.`) };
    }
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: checked.data.input,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: { tools: checked.data.tools ?? [] },
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: responseOf(answer, frame) }),
  unknownPrompt: () => failure(400, "invalid_parameter", "The recording has no answer to this prompt."),
  rateLimited: (seconds) => ({
    ...failure(429, "request_rate_limit_exceeded", "Too many requests."),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "internal_error", "Internal error."),
  failureInside: (frame) => ({
    httpStatus: 200,
    json: {
      ...envelope(frame),
      status: "failed",
      error: { code: 500, type: "internal_error", message: "The model failed to respond." },
      output: [],
      usage: null,
    },
  }),
};

function failure(code: number, type: string, message: string, param?: string): WireReply {
  return { httpStatus: code, json: { error: { message, type, code, ...(param ? { param } : {}) } } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  if (!unknown) return failure(400, "invalid_parameter", `Invalid '${issue?.path.join(".") || "body"}'.`);
  const message = `invalid request body: json: unknown field "${unknown}"`;
  return failure(400, "invalid_request", message, unknown);
}

function envelope({ request, replyId, observedAt }: WireFrame) {
  return {
    id: `resp_${replyId}`,
    object: "response",
    created_at: Math.floor(observedAt.getTime() / 1000),
    background: false,
    error: null,
    incomplete_details: null,
    metadata: {},
    model,
    store: true,
    temperature: 1,
    tool_choice: "auto",
    tools: request.echo.tools,
  };
}

function responseOf(answer: SandboxAnswer, frame: WireFrame) {
  const truncated = answer.outcome === "truncated";
  const status = truncated ? "incomplete" : "completed";
  return {
    ...envelope(frame),
    status,
    incomplete_details: truncated ? { reason: "max_output_tokens" } : null,
    output: [
      ...(answer.searched ? [searchOf(answer)] : []),
      {
        type: "message",
        id: `msg_${frame.replyId}`,
        status,
        role: "assistant",
        content: [{ type: "output_text", text: answer.text, annotations: annotationsOf(answer) }],
      },
    ],
    usage: usageOf(answer, frame),
  };
}

/** A page's number is its place among the cited ones, as the text writes it; what was only found is numbered after them. */
function searchOf(answer: SandboxAnswer) {
  const numbers = [...new Set([...answer.cited, ...answer.retrieved].map(({ url }) => url))];
  const pages = new Map([...answer.retrieved, ...answer.cited].map((page) => [page.url, page]));
  return {
    type: "search_results",
    queries: answer.queries,
    results: [...pages.values()].map(({ url, title }) => ({
      id: numbers.indexOf(url) + 1,
      url,
      title: title ?? "",
      snippet: "…",
      source: "web",
    })),
  };
}

/** Only for what the text's own markers don't say. */
function annotationsOf({ text, cited }: SandboxAnswer) {
  return cited
    .filter(({ span }) => !span || !/^\[\d+\]$/.test(text.slice(span.start, span.end)))
    .map(({ url, title, span }) => {
      const place = span && toCodePointSpan(text, span);
      const indexes = place ? { start_index: place.start, end_index: place.end } : {};
      return { type: "url_citation", url, title: title ?? "", ...indexes };
    });
}

function usageOf(answer: SandboxAnswer, { request }: WireFrame) {
  const input_tokens = Math.ceil(request.prompt.length / 4) + (answer.searched ? 3000 : 50);
  const output_tokens = Math.ceil(answer.text.length / 4);
  const tokens = { input_cost: input_tokens * 0.25e-6, output_cost: output_tokens * 2.5e-6 };
  const tool_calls_cost = answer.searched ? 0.005 : 0;
  return {
    input_tokens,
    input_tokens_details: { cache_creation_input_tokens: 0, cache_read_input_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 0 },
    total_tokens: input_tokens + output_tokens,
    ...(answer.searched ? { tool_calls_details: { search_web: { invocation: 1 } } } : {}),
    cost: {
      currency: "USD",
      ...tokens,
      tool_calls_cost,
      total_cost: tokens.input_cost + tokens.output_cost + tool_calls_cost,
    },
  };
}
