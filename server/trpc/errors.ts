import { TRPCError } from "@trpc/server";
import { ZodError } from "zod";
import { AppError, type ErrorCode } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { invalidInput } from "@/server/kernel/parse-input";

const CODES = {
  invalid_input: "BAD_REQUEST",
  not_found: "NOT_FOUND",
  forbidden: "FORBIDDEN",
  conflict: "CONFLICT",
  insufficient_credits: "PAYMENT_REQUIRED",
  engine_unavailable: "PRECONDITION_FAILED",
  lease_lost: "CONFLICT",
  busy: "SERVICE_UNAVAILABLE",
  unavailable: "SERVICE_UNAVAILABLE",
  in_progress: "CONFLICT",
  key_reused: "UNPROCESSABLE_CONTENT",
} as const satisfies Record<ErrorCode, TRPCError["code"]>;

const UNEXPECTED = "Something went wrong on our side. Try again; if it stays, tell us the request id.";

/**
 * What a failed procedure says: a verb's refusal in the verb's words, input that no verb would take in the same words, and for everything else one sentence that tells
 * nothing of the inside. What was unexpected is logged under the request id that the visitor sees.
 */
export function publicError(error: TRPCError, path: string, requestId: string): TRPCError {
  if (error.cause instanceof AppError) {
    const { code, message } = error.cause;
    return new TRPCError({ code: CODES[code], message, cause: error.cause });
  }
  if (error.code === "BAD_REQUEST" && error.cause instanceof ZodError) {
    const cause = invalidInput(error.cause);
    return new TRPCError({ code: "BAD_REQUEST", message: cause.message, cause });
  }
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  logger.error({ err: error.cause ?? error, path, requestId }, "a procedure threw");
  return new TRPCError({ code: "INTERNAL_SERVER_ERROR", message: UNEXPECTED });
}

/** In seconds, for what passes by itself. */
const PASSES_IN: Partial<Record<ErrorCode, string>> = {
  in_progress: "1",
  lease_lost: "1",
  busy: "1",
  unavailable: "2",
};

/** Seconds until the same request is worth another try, as the header Retry-After says it; undefined for most errors. */
export function retryAfter(error: TRPCError): string | undefined {
  const refusal = refusalOf(error);
  return refusal && PASSES_IN[refusal.code];
}

/** What a form needs to put a refusal beside the field that it is about. */
export interface InputProblem {
  readonly field: string;
  readonly problem: string;
}

/** The verb's own code and problems, for clients; undefined when no verb refused. */
export function refusalOf(error: TRPCError): { code: ErrorCode; problems: InputProblem[] } | undefined {
  if (!(error.cause instanceof AppError)) return undefined;
  const { problems } = error.cause.details;
  return { code: error.cause.code, problems: Array.isArray(problems) ? problems : [] };
}
