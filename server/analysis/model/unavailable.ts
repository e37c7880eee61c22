import type { ModelReply } from "./model-reply";

type Unavailable = Extract<ModelReply<never>, { kind: "unavailable" }>;

/** Nobody was there, so nothing was done. */
const NEVER_ARRIVED = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"]);
/** A gateway gave up on a server that may have gone on. */
const GATEWAY_TIMEOUTS = new Set([504, 524]);

/** What a failed call is told as. Everything that isn't surely free may have been used. */
export function unavailable(thrown: unknown, timedOut: boolean, timeoutMs: number): Unavailable {
  if (timedOut) return failed(`gave no answer within ${timeoutMs / 1_000} seconds`, true);
  const status = statusOf(thrown);
  if (status !== undefined && status >= 300)
    return failed(wordsOfStatus(status), GATEWAY_TIMEOUTS.has(status));
  if (status !== undefined) return failed("sent something that is no answer", true);
  const code = codeOf(thrown);
  if (code !== null && NEVER_ARRIVED.has(code)) return failed(`can't be reached (${code})`, false);
  return failed("broke off its answer", true);
}

function failed(words: string, mayHaveBeenUsed: boolean): Unavailable {
  return { kind: "unavailable", words: `The analysis model ${words}`, mayHaveBeenUsed };
}

function wordsOfStatus(status: number): string {
  if (status === 429) return "asks to slow down (HTTP 429)";
  if (status === 401 || status === 403) return `refuses its key (HTTP ${status})`;
  return status >= 500 ? `failed (HTTP ${status})` : `refuses the request (HTTP ${status})`;
}

/** The HTTP status that the SDK's error tells, where there was one. */
function statusOf(thrown: unknown): number | undefined {
  if (!(thrown instanceof Error) || !("statusCode" in thrown)) return undefined;
  return typeof thrown.statusCode === "number" ? thrown.statusCode : undefined;
}

/** A system error's code, however deep it was wrapped. */
function codeOf(thrown: unknown): string | null {
  for (let error = thrown, depth = 0; error instanceof Error && depth < 6; error = error.cause, depth += 1)
    if ("code" in error && typeof error.code === "string") return error.code;
  return null;
}
