import { z } from "zod";
import { madeUpAnswers, type StandInAnswers } from "./stand-in-answers";
import { standInEmbedding } from "./stand-in-embedding";
import type { StandInFault } from "./stand-in-fault";

export interface StandInReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Only the first half is sent, and the connection is closed. */
  readonly cut: boolean;
}

const ChatRequest = z.object({
  model: z.string(),
  max_tokens: z.int().positive(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z.object({ type: z.enum(["json_schema", "json_object"]) }),
  tools: z.undefined().optional(),
});

const EmbeddingRequest = z.object({ model: z.string(), input: z.array(z.string()) });

/** "Task: stance.v1", a line with a code, the data in one line, and the code again: as frame-request.ts sends it. */
const FRAME = /^Task: ([a-z_]+)\.v\d+\nDATA ([0-9a-f]{16})\n(.*)\nDATA \2$/;

/** One request of `/chat/completions`. `answers` says what the model would, and `fault` how it goes wrong. */
export function chatReply(body: string, answers: StandInAnswers, fault: StandInFault | null): StandInReply {
  const early = failureOf(fault);
  if (early) return early;
  const request = ChatRequest.safeParse(parseJson(body));
  if (!request.success) return json(400, { error: { message: z.prettifyError(request.error) } });
  const { model, messages } = request.data;
  const [, task = "", , data = ""] =
    FRAME.exec(messages.find(({ role }) => role === "user")?.content ?? "") ?? [];
  const answer = answers[task];
  if (!answer) return json(400, { error: { message: "no task of ours" } });
  const isRepair = messages.some(({ role }) => role === "assistant");
  const text = spoilt(task, () => JSON.stringify(answer(parseJson(data))), fault, isRepair);
  const reply = completion(model, text, body.length, fault);
  if (fault === "huge_body") return json(200, { ...reply, padding: "x".repeat(2 * 1024 * 1024) });
  return {
    ...json(200, fault === "no_choices" ? { ...reply, choices: [] } : reply),
    cut: fault === "cut_body",
  };
}

/** One request of `/embeddings`. */
export function embeddingReply(body: string, fault: StandInFault | null): StandInReply {
  const early = failureOf(fault);
  if (early) return early;
  const request = EmbeddingRequest.safeParse(parseJson(body));
  if (!request.success) return json(400, { error: { message: z.prettifyError(request.error) } });
  const { model, input } = request.data;
  const data = input.map((text, index) => ({
    object: "embedding",
    index,
    embedding: standInEmbedding(text),
  }));
  return json(200, {
    object: "list",
    model,
    data,
    usage: { prompt_tokens: body.length, total_tokens: body.length },
  });
}

function failureOf(fault: StandInFault | null): StandInReply | null {
  const error = { error: { message: "stand-in fault", type: "stand_in" } };
  if (fault === "rate_limited") return { ...json(429, error), headers: { "retry-after": "1" } };
  if (fault === "server_error") return json(500, error);
  if (fault === "gateway_timeout") return json(504, error);
  if (fault === "wrong_key") return json(401, error);
  if (fault === "redirect")
    return { ...json(302, error), headers: { location: "http://127.0.0.1:1/stolen" } };
  if (fault === "not_json")
    return { status: 200, headers: { "content-type": "text/html" }, body: "<html>", cut: false };
  return null;
}

function spoilt(task: string, write: () => string, fault: StandInFault | null, isRepair: boolean): string {
  if (fault === "broken_json") return write().slice(0, -3);
  if (fault === "wrong_shape" || (fault === "wrong_shape_once" && !isRepair)) return '{"verdict":"fine"}';
  if (fault === "made_up") return JSON.stringify(madeUpAnswers[task]?.(null));
  return fault === "empty_message" || fault === "refusal" ? "" : write();
}

function completion(model: string, text: string, sent: number, fault: StandInFault | null) {
  const [asked, answered] = [Math.ceil(sent / 4), Math.ceil(text.length / 4)];
  const sign = fault === "negative_usage" ? -1 : 1;
  const usage = {
    prompt_tokens: asked * sign,
    completion_tokens: answered,
    total_tokens: (asked + answered) * sign,
  };
  const refusal = fault === "refusal" ? "I can't help with that." : null;
  return {
    id: "stand-in",
    object: "chat.completion",
    created: 0,
    model,
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content: text, refusal } }],
    ...(fault === "no_usage" ? {} : { usage }),
  };
}

function json(status: number, body: unknown): StandInReply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body), cut: false };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
