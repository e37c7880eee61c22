import { z } from "zod";
import { toCodePointSpan } from "../wire/text-offsets";
import type { SandboxAnswer } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const model = "grok-4.3";

const Request = z.strictObject({
  model: z.string().min(1),
  input: z.tuple([z.strictObject({ role: z.literal("user"), content: z.string().min(1) })]),
  tools: z.array(z.strictObject({ type: z.literal("web_search") })).optional(),
  include: z.array(z.enum(["web_search_call.action.sources", "no_inline_citations"])).optional(),
  store: z.boolean().optional(),
});

/** xAI's Responses API: OpenAI's format, with errors as `{code, error}` and its own way of citing. */
export const xaiResponsesWire: WireFormat = {
  read(headers, body) {
    const json = parseJsonBody(body);
    if (!/^Bearer \S+$/.test(headers.authorization ?? "")) {
      const message = "No API key provided.";
      return { ok: false, refusal: failure(401, "unauthenticated:bad-credentials", message) };
    }
    if (z.object({ search_parameters: z.unknown() }).safeParse(json).success) {
      return { ok: false, refusal: failure(410, "gone", "Live search is deprecated.") };
    }
    const checked = Request.safeParse(json);
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    if (checked.data.model !== model) {
      return {
        ok: false,
        refusal: failure(404, "not-found", `The model ${checked.data.model} does not exist.`),
      };
    }
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: checked.data.input[0].content,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: { tools: checked.data.tools ?? [] },
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: responseOf(answer, frame) }),
  unknownPrompt: () => failure(400, "invalid-argument", "The recording has no answer to this prompt."),
  rateLimited: (seconds) => ({
    ...failure(429, "resource-exhausted", "Too many requests."),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "internal", "Internal error."),
  failureInside: (frame) => ({
    httpStatus: 200,
    json: {
      ...envelope(frame),
      status: "failed",
      error: { code: "server_error", message: "The model failed." },
      output: [],
      usage: null,
    },
  }),
};

function failure(httpStatus: number, code: string, error: string): WireReply {
  return { httpStatus, json: { code, error } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const message = unknown ? `unknown field \`${unknown}\`` : `invalid ${issue?.path.join(".") || "body"}`;
  return failure(
    422,
    "invalid-argument",
    `Failed to deserialize the JSON body into the target type: ${message}`,
  );
}

function envelope({ request, replyId, observedAt }: WireFrame) {
  return {
    id: `${replyId}-sandbox`,
    object: "response",
    created_at: Math.floor(observedAt.getTime() / 1000),
    error: null,
    incomplete_details: null,
    model,
    store: false,
    tool_choice: "auto",
    tools: request.echo.tools,
    metadata: {},
  };
}

function responseOf(answer: SandboxAnswer, frame: WireFrame) {
  const truncated = answer.outcome === "truncated";
  return {
    ...envelope(frame),
    status: truncated ? "incomplete" : "completed",
    incomplete_details: truncated ? { reason: "max_output_tokens" } : null,
    output: [
      ...(answer.searched ? [searchCall(answer, frame.replyId)] : []),
      {
        type: "message",
        id: `msg_${frame.replyId}`,
        role: "assistant",
        status: "completed",
        content: contentOf(answer),
      },
    ],
    usage: usageOf(answer, frame),
  };
}

function searchCall(answer: SandboxAnswer, replyId: string) {
  const urls = [...new Set(answer.retrieved.map(({ url }) => url))];
  return {
    type: "web_search_call",
    id: `ws_${replyId}`,
    status: "completed",
    action: {
      type: "search",
      query: answer.queries[0] ?? "",
      sources: urls.map((url) => ({ type: "url", url })),
    },
  };
}

/** Passages have annotations with a place; every other page that was found has one with none. */
function contentOf(answer: SandboxAnswer): readonly unknown[] {
  if (answer.outcome === "refused") return [{ type: "refusal", refusal: answer.text }];
  const placed = answer.cited.flatMap(({ url, span }) => (span ? [annotation(url, answer.text, span)] : []));
  const rest = new Set(answer.retrieved.map(({ url }) => url));
  for (const { url } of placed) rest.delete(url);
  const annotations = [...placed, ...[...rest].map((url) => annotation(url, "", { start: 0, end: 0 }))];
  return [{ type: "output_text", text: answer.text, logprobs: [], annotations }];
}

function annotation(url: string, text: string, span: { start: number; end: number }) {
  const { start, end } = toCodePointSpan(text, span);
  return { type: "url_citation", url, start_index: start, end_index: end, title: url };
}

function usageOf(answer: SandboxAnswer, { request }: WireFrame) {
  const input_tokens = Math.ceil(request.prompt.length / 4) + (answer.searched ? 9000 : 200);
  const output_tokens = 300 + Math.ceil(answer.text.length / 4);
  const searches = answer.searched ? 2 : 0;
  const micros = input_tokens * 1.25 + output_tokens * 2.5 + searches * 5_000;
  return {
    input_tokens,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens,
    output_tokens_details: { reasoning_tokens: 300 },
    total_tokens: input_tokens + output_tokens,
    num_server_side_tools_used: searches,
    cost_in_usd_ticks: Math.round(micros * 10_000),
    server_side_tool_usage_details: { web_search_calls: searches, x_search_calls: 0 },
  };
}
