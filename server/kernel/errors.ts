/** Every way in which a verb can refuse. Transports map each code to their own status in one place. */
export type ErrorCode =
  | "invalid_input"
  | "not_found"
  | "forbidden"
  | "conflict"
  | "insufficient_credits"
  | "engine_unavailable"
  | "lease_lost"
  | "busy"
  | "unavailable"
  | "in_progress"
  | "key_reused";

/**
 * An expected refusal, in words that say what to do. `message` may be shown to the user: it never carries a secret,
 * another org's data or an engine's raw output.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

export function forbidden(what: string): AppError {
  return new AppError(
    "forbidden",
    `Your role doesn't allow you to ${what}. Ask an admin of the organisation.`,
  );
}

export function notFound(what: string): AppError {
  return new AppError("not_found", `No such ${what}.`);
}

/**
 * The database is away: nothing happened, or, when the connection was lost while the change was being committed, nobody
 * knows. Then the same request with the same idempotency key finds out: it gives what the first did, or does it.
 */
export function unavailable(outcome: "nothing_happened" | "unknown"): AppError {
  const words = "The database can't be reached right now.";
  return outcome === "unknown"
    ? new AppError("unavailable", `${words} Your change may have been saved: look before you repeat it.`, {
        outcome,
      })
    : new AppError("unavailable", `${words} Nothing was changed. Try again in a moment.`, { outcome });
}
