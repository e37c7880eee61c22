import type { IncomingHttpHeaders } from "node:http";
import type { SandboxAnswer } from "./sandbox-answer";

/** A reply before it is sent. `json` is serialised once. */
export interface WireReply {
  readonly httpStatus: number;
  readonly json: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What an engine was asked, taken out of its own request format. `echo` is what the vendor repeats in its body. */
interface WireRequest {
  readonly prompt: string;
  /** The caller's own id; null when it gave none. */
  readonly requestId: string | null;
  /** The language asked for, where the format has a field for it. */
  readonly language?: string | undefined;
  readonly echo: Readonly<Record<string, unknown>>;
}

type WireReading =
  | { readonly ok: true; readonly request: WireRequest }
  | { readonly ok: false; readonly refusal: WireReply };

export interface WireFrame {
  readonly request: WireRequest;
  /** Made of the request id, so that the same ask gets the same ids. */
  readonly replyId: string;
  /** Simulated time of the first time that this ask was seen. */
  readonly observedAt: Date;
}

/** One vendor's wire format, as its server would speak it. */
export interface WireFormat {
  /** Checks authentication and shape; a refusal has the vendor's own form. */
  read(headers: IncomingHttpHeaders, body: string): WireReading;
  encode(answer: SandboxAnswer, frame: WireFrame): WireReply;
  /** Other routes of the vendor's ("GET /path"), such as links that lead to a page. Null: not one of them. */
  beside?(route: string): WireReply | null;
  /** The vendor's way of saying: no answer to that prompt here (recorded mode). */
  unknownPrompt(frame: WireFrame): WireReply;
  rateLimited(retryAfterSeconds: number): WireReply;
  serverError(): WireReply;
  /** HTTP 200 that is no answer, unbilled. */
  failureInside(frame: WireFrame): WireReply;
}

export function parseJsonBody(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
