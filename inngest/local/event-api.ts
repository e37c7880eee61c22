import { timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { type JsonEvent, readEvents } from "./event";

/** What one send may weigh. Our events carry ids: a chunk of thousands stays far below. */
const MOST_BYTES = 16 * 1024 * 1024;

interface EventApiParts {
  readonly eventKey: string;
  /** Takes events in; when it resolves they are durable. */
  readonly takeIn: (events: JsonEvent[]) => Promise<void>;
}

/**
 * `POST /e/<event key>`: what `inngest.send` and `step.sendEvent` call. 200 with the ids once the events are durable;
 * 401 under another key, 400 for what isn't events, 413 for too much of it.
 */
export async function answerSend(
  request: IncomingMessage,
  response: ServerResponse,
  parts: EventApiParts,
): Promise<void> {
  const key = decodeURIComponent((request.url ?? "").split("?")[0]?.slice("/e/".length) ?? "");
  if (!sameText(key, parts.eventKey))
    return reply(response, 401, { error: "unknown event key", status: 401 });
  const body = await readBody(request);
  if (body === null) return reply(response, 413, { error: "too many events in one send", status: 413 });
  const seed = request.headers["x-inngest-event-id-seed"];
  try {
    const events = readEvents(JSON.parse(body), typeof seed === "string" ? seed : null, new Date());
    await parts.takeIn(events);
    reply(response, 200, { ids: events.map(({ id }) => id), status: 200 });
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error;
    reply(response, 400, { error: `not events: ${error.message}`, status: 400 });
  }
}

/** Answers in JSON. */
export function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

/** The whole body; null when it is larger than anything that we send. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

/** Equal, in a time that doesn't tell where they differ. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
