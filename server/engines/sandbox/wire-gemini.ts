import { z } from "zod";
import { toUtf8Span } from "../wire/text-offsets";
import type { SandboxAnswer } from "./sandbox-answer";
import { parseJsonBody, type WireFormat, type WireFrame, type WireReply } from "./wire-format";

const model = "gemini-3.8-flash";
const redirects = "/grounding-api-redirect/";

const Request = z.strictObject({
  contents: z.tuple([
    z.strictObject({
      role: z.literal("user").optional(),
      parts: z.tuple([z.strictObject({ text: z.string().min(1) })]),
    }),
  ]),
  tools: z.array(z.strictObject({ google_search: z.strictObject({}) })).optional(),
});

/**
 * Google's generateContent: strict about fields, errors as `{error:{code,message,status}}`. It knows pages by redirect links
 * of its own service, which the sandbox serves as well: the token is the page's address.
 */
export const geminiWire: WireFormat = {
  read(headers, body) {
    if (!headers["x-goog-api-key"]) {
      const message = "Method doesn't allow unregistered callers (callers without established identity).";
      return { ok: false, refusal: failure(403, "PERMISSION_DENIED", message) };
    }
    const checked = Request.safeParse(parseJsonBody(body));
    if (!checked.success) return { ok: false, refusal: invalid(checked.error.issues[0]) };
    const requestId = headers["x-client-request-id"];
    return {
      ok: true,
      request: {
        prompt: checked.data.contents[0].parts[0].text,
        requestId: typeof requestId === "string" && requestId !== "" ? requestId : null,
        echo: {},
      },
    };
  },
  encode: (answer, frame) => ({ httpStatus: 200, json: responseOf(answer, frame) }),
  beside(route) {
    const token = route.startsWith(`GET ${redirects}`) ? route.slice(`GET ${redirects}`.length) : null;
    if (token === null) return null;
    const page = Buffer.from(token, "base64url").toString();
    if (!/^https?:\/\//.test(page)) return failure(404, "NOT_FOUND", "No such link.");
    const location = page.replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent);
    return { httpStatus: 302, json: {}, headers: { location } };
  },
  unknownPrompt: () => failure(400, "INVALID_ARGUMENT", "The recording has no answer to this prompt."),
  rateLimited: (seconds) => ({
    ...failure(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota.", [
      { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: `${seconds}s` },
    ]),
    headers: { "retry-after": String(seconds) },
  }),
  serverError: () => failure(500, "INTERNAL", "An internal error has occurred."),
  failureInside: () => ({ ...failure(503, "UNAVAILABLE", "The model is overloaded."), httpStatus: 200 }),
};

function failure(code: number, status: string, message: string, details?: readonly unknown[]): WireReply {
  return { httpStatus: code, json: { error: { code, message, status, ...(details ? { details } : {}) } } };
}

function invalid(issue: z.core.$ZodIssue | undefined): WireReply {
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  const message = unknown
    ? `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`
    : `Invalid value at '${issue?.path.join(".") || "body"}'.`;
  return failure(400, "INVALID_ARGUMENT", message);
}

function responseOf(answer: SandboxAnswer, { request, replyId }: WireFrame) {
  const promptTokenCount = Math.ceil(request.prompt.length / 4);
  const fixed = { modelVersion: model, responseId: replyId };
  if (answer.outcome === "refused") {
    const usageMetadata = { promptTokenCount, totalTokenCount: promptTokenCount };
    return { promptFeedback: { blockReason: "PROHIBITED_CONTENT" }, usageMetadata, ...fixed };
  }
  const candidatesTokenCount = Math.ceil(answer.text.length / 4);
  const thoughtsTokenCount = 220;
  const searched = answer.searched ? { toolUsePromptTokenCount: 180 } : {};
  return {
    candidates: [
      {
        content: { parts: [{ text: answer.text }], role: "model" },
        finishReason: answer.outcome === "truncated" ? "MAX_TOKENS" : "STOP",
        index: 0,
        ...(answer.searched ? { groundingMetadata: groundingOf(answer) } : {}),
      },
    ],
    usageMetadata: {
      promptTokenCount,
      candidatesTokenCount,
      thoughtsTokenCount,
      ...searched,
      totalTokenCount: promptTokenCount + candidatesTokenCount + thoughtsTokenCount,
    },
    ...fixed,
  };
}

/** Every page is a chunk, found or cited; a support names its chunk by place and its passage in bytes. Zeros are left out. */
function groundingOf(answer: SandboxAnswer) {
  const urls = [...new Set([...answer.retrieved, ...answer.cited].map(({ url }) => url))];
  return {
    webSearchQueries: answer.queries,
    groundingChunks: urls.map((url) => ({ web: { uri: linkTo(url), title: hostOf(url) } })),
    groundingSupports: answer.cited.map(({ url, span }) => ({
      ...(span ? { segment: segmentOf(answer.text, span) } : {}),
      groundingChunkIndices: [urls.indexOf(url)],
    })),
    searchEntryPoint: { renderedContent: "<div></div>" },
  };
}

function segmentOf(text: string, span: { start: number; end: number }) {
  const { start, end } = toUtf8Span(text, span);
  return {
    ...(start > 0 ? { startIndex: start } : {}),
    endIndex: end,
    text: text.slice(span.start, span.end),
  };
}

function linkTo(url: string): string {
  return `https://vertexaisearch.cloud.google.com${redirects}${Buffer.from(url).toString("base64url")}`;
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/^www\./, "") ?? "";
}
