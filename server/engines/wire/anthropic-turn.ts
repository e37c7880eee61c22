import { z } from "zod";
import type { RawReply } from "../define-engine";
import { EngineError } from "../engine-error";
import { sealReplies } from "./reply-envelope";

/** Replies of one turn: a turn that is paused more often is stored as it stands, and reads as truncated. */
const maxReplies = 5;

/** Content as it came: the API wants it back with all its fields. */
const Paused = z.object({ stop_reason: z.literal("pause_turn"), content: z.array(z.unknown()) });

type SendTurn = (content: readonly unknown[], leftMs: number) => Promise<RawReply>;

/**
 * One turn of Claude: asks, and as long as the reply says `pause_turn`, asks again with all content so far handed back as it
 * came. `timeoutMs` is for the whole turn. Resolves with one raw body that keeps every reply.
 */
export async function continuedTurn(send: SendTurn, timeoutMs: number): Promise<RawReply> {
  const first = await send([], timeoutMs);
  const bodies = [first.body];
  const content: unknown[] = [];
  let latencyMs = first.latencyMs;
  let paused = pausedContent(first.body);
  while (paused && bodies.length < maxReplies) {
    content.push(...paused);
    const next = await send(content, Math.max(1, timeoutMs - latencyMs)).catch(asLost);
    bodies.push(next.body);
    latencyMs += next.latencyMs;
    paused = pausedContent(next.body);
  }
  return { ...first, body: sealReplies(bodies), latencyMs };
}

/** The content of a paused reply, to be handed back; null for a reply that ends the turn. */
function pausedContent(body: string): readonly unknown[] | null {
  return Paused.safeParse(JSON.parse(body)).data?.content ?? null;
}

/** A failure after the first reply: that one was billed, so the ask is lost rather than free. */
function asLost(error: unknown): never {
  if (!(error instanceof EngineError)) throw error;
  const { kind, message, httpStatus } = error;
  throw new EngineError({ kind, message, httpStatus, retryable: false, mayHaveBeenPaid: true }, error);
}
