import { z } from "zod";
import { cutAtSpans } from "./cut-at-spans";
import type { SandboxAnswer, SandboxSource } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const model = "claude-haiku-5-5";

const WebSearch = z.strictObject({
  type: z.literal("web_search_20250305"),
  name: z.literal("web_search"),
  max_uses: z.int().positive().nullish(),
  user_location: z
    .strictObject({
      type: z.literal("approximate"),
      country: z.string().length(2).nullish(),
      city: z.string().min(1).nullish(),
      region: z.string().nullish(),
      timezone: z.string().nullish(),
    })
    .nullish(),
});

const UserTurn = z.strictObject({ role: z.literal("user"), content: z.string().min(1) });
const PausedTurn = z.strictObject({ role: z.literal("assistant"), content: z.array(z.unknown()).min(1) });

const Request = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().positive(),
  messages: z.union([z.tuple([UserTurn]), z.tuple([UserTurn, PausedTurn])]),
  tools: z.array(WebSearch).optional(),
  metadata: z.strictObject({ user_id: z.string().max(256).nullish() }).optional(),
});

/**
 * Anthropic's Messages API: key and version in headers, strict about fields, errors as `{type:"error",error:{type,message}}`.
 * A request that hands back a paused turn gets the rest of it: the text, without the searches again.
 */
export const anthropicMessagesWire: WireFormat = {
  read(headers, body) {
    if (!headers["x-api-key"]) {
      return {
        ok: false,
        refusal: failure(401, "authentication_error", "x-api-key header is required"),
      };
    }
    if (!headers["anthropic-version"]) {
      return {
        ok: false,
        refusal: failure(400, "invalid_request_error", "anthropic-version: header is required"),
      };
    }
    const checked = Request.safeParse(parseJsonBody(body));
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    const { messages, ...rest } = checked.data;
    if (rest.model !== model) {
      return { ok: false, refusal: failure(404, "not_found_error", `model: ${rest.model}`) };
    }
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: messages[0].content,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: { continues: messages.length > 1 },
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: messageOf(answer, frame) }),
  unknownPrompt: () => failure(400, "invalid_request_error", "The recording has no answer to this prompt."),
  rateLimited: (seconds) => ({
    ...failure(429, "rate_limit_error", "This request would exceed your rate limit."),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "api_error", "Internal server error"),
  failureInside: () => failure(200, "overloaded_error", "Overloaded"),
};

function failure(httpStatus: number, type: string, message: string): WireReply {
  return { httpStatus, json: { type: "error", error: { type, message } } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const field = [...(issue?.path ?? []), ...(unknown ? [unknown] : [])].join(".") || "body";
  const message = unknown ? `${field}: Extra inputs are not permitted` : `${field}: Input is invalid`;
  return failure(400, "invalid_request_error", message);
}

const stops: Readonly<Partial<Record<SandboxAnswer["outcome"], string>>> = {
  truncated: "max_tokens",
  refused: "refusal",
};

function messageOf(answer: SandboxAnswer, { request, replyId }: WireFrame) {
  const refused = answer.outcome === "refused";
  const searches = answer.searched && !request.echo.continues;
  return {
    id: `msg_${replyId}`,
    type: "message",
    role: "assistant",
    model,
    content: refused ? [] : [...(searches ? search(answer, replyId) : []), ...textOf(answer)],
    stop_reason: stops[answer.outcome] ?? "end_turn",
    stop_details: refused ? { type: "refusal", category: "general_harms", explanation: answer.text } : null,
    stop_sequence: null,
    usage: {
      input_tokens: Math.ceil(request.prompt.length / 4) + (searches ? 14_000 : 600),
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: 200 + Math.ceil(answer.text.length / 4),
      server_tool_use: { web_search_requests: searches ? 1 : 0, web_fetch_requests: 0 },
      service_tier: "standard",
    },
  };
}

function search(answer: SandboxAnswer, replyId: string): readonly unknown[] {
  const id = `srvtoolu_${replyId}`;
  const pages = [...new Map(answer.retrieved.map((page) => [page.url, page])).values()];
  return [
    { type: "server_tool_use", id, name: "web_search", input: { query: answer.queries[0] ?? "" } },
    {
      type: "web_search_tool_result",
      tool_use_id: id,
      content: pages.map(({ url, title }) => ({
        type: "web_search_result",
        url,
        title: title ?? "",
        encrypted_content: "c2FuZGJveA==",
        page_age: null,
      })),
    },
  ];
}

function textOf(answer: SandboxAnswer): readonly unknown[] {
  return cutAtSpans(answer)
    .filter(({ text, sources }) => text !== "" || sources.length > 0)
    .map(({ text, sources }) => ({
      type: "text",
      text,
      ...(sources.length > 0 ? { citations: sources.map((source) => citation(source, text)) } : {}),
    }));
}

function citation({ url, title }: SandboxSource, text: string) {
  const cited_text = text.slice(0, 150);
  return {
    type: "web_search_result_location",
    url,
    title,
    encrypted_index: "c2FuZGJveA==",
    cited_text,
  };
}
