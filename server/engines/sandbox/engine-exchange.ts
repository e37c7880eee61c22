import type { IncomingHttpHeaders } from "node:http";
import type { Engine } from "../define-engine";
import { alterAnswer } from "./alter-answer";
import type { AskBook } from "./ask-book";
import type { CallLog } from "./call-log";
import { type Fault, faultFor, unbilledFaults } from "./faults";
import { type Latency, latencyFor } from "./latency";
import type { AnswerSource } from "./sandbox-answer";
import { hash32 } from "./seeded-random";
import type { WireFormat, WireFrame, WireReply } from "./wire-format";

interface ExchangeParts {
  readonly source: AnswerSource;
  readonly book: AskBook;
  readonly log: CallLog;
  readonly seed: number;
  readonly latency: Latency;
  faults(): readonly Fault[];
}

/** What to send, after which wait, and spoilt by which fault. */
export interface Exchange {
  readonly reply: WireReply;
  readonly waitMs: number;
  readonly fault: Fault | null;
}

let anonymous = 0;

/** One request of an engine's route, decided purely but for the book and the log: refusal, answer or fault. */
export function exchange(
  engine: Engine,
  wire: WireFormat,
  headers: IncomingHttpHeaders,
  body: string,
  parts: ExchangeParts,
): Exchange {
  const reading = wire.read(headers, body);
  if (!reading.ok) {
    parts.log.refused(engine.id);
    return { reply: reading.refusal, waitMs: 0, fault: null };
  }
  const { request } = reading;
  anonymous += 1;
  const askId = request.requestId ?? `anonymous-${anonymous}`;
  const { place, observedAt, attempt } = parts.book.book(engine.id, askId, request.prompt, request.language);
  const key = { seed: parts.seed, engineId: engine.id, requestId: askId, attempt };
  const frame: WireFrame = { request, replyId: replyIdOf(askId), observedAt };
  const call = { engineId: engine.id, askId, attempt, prompt: request.prompt };
  const waitMs = latencyFor(parts.latency, key);
  const fault = faultFor(parts.faults(), key);
  if (fault && unbilledFaults.has(fault.kind)) {
    const reply = unbilled(wire, fault, frame);
    parts.log.call({ ...call, fault: fault.kind, outcome: null, httpStatus: reply.httpStatus });
    return { reply, waitMs, fault };
  }
  const found = parts.source.answer(place);
  if (!found) {
    const reply = wire.unknownPrompt(frame);
    parts.log.refused(engine.id, { ...call, fault: null, outcome: null, httpStatus: reply.httpStatus });
    return { reply, waitMs, fault: null };
  }
  const answer = alterAnswer(found, fault?.kind);
  const reply = wire.encode(answer, frame);
  parts.log.call({
    ...call,
    fault: fault?.kind ?? null,
    outcome: answer.outcome,
    httpStatus: reply.httpStatus,
  });
  const slow = fault?.kind === "slow" ? fault.delayMs : 0;
  return { reply, waitMs: waitMs + slow, fault };
}

function unbilled(wire: WireFormat, fault: Fault, frame: WireFrame): WireReply {
  if (fault.kind === "rate_limited") return wire.rateLimited(fault.retryAfterSeconds);
  return fault.kind === "server_error" ? wire.serverError() : wire.failureInside(frame);
}

function replyIdOf(askId: string): string {
  return ["a", "b", "c", "d"]
    .map((part) =>
      hash32(part + askId)
        .toString(16)
        .padStart(8, "0"),
    )
    .join("");
}
