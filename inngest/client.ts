import { Inngest, Middleware, NonRetriableError, RetryAfterError, StepError } from "inngest";
import { safeError } from "@/server/kernel/describe-error";
import { logger } from "@/server/kernel/logger";

/**
 * What a step or a function throws is kept by the queue for months, and shown: it leaves as describeError tells it. The
 * SDK's own classes stay what they are, as they say whether to try again; a StepError is a memo, redacted when it was made.
 */
class RedactErrors extends Middleware.BaseMiddleware {
  readonly id = "redact-errors";

  override wrapStepHandler({ next }: Middleware.WrapStepHandlerArgs): Promise<unknown> {
    return next().catch(rethrowSafely);
  }

  override wrapFunctionHandler({ next }: Middleware.WrapFunctionHandlerArgs): Promise<unknown> {
    return next().catch(rethrowSafely);
  }
}

function rethrowSafely(thrown: unknown): never {
  if (thrown instanceof StepError) throw thrown;
  const safe = safeError(thrown);
  const { message, stack, cause } = safe;
  if (thrown instanceof NonRetriableError)
    throw Object.assign(new NonRetriableError(message, { cause }), { stack });
  if (thrown instanceof RetryAfterError)
    throw Object.assign(new RetryAfterError(message, 0), { stack, retryAfter: thrown.retryAfter });
  throw safe;
}

/**
 * The one client. Which server it talks to (Inngest Cloud, a self-hosted one, or the local runtime) is said by the
 * INNGEST_* variables alone. Steps are memoised one by one unless a function says that its own may be told together.
 */
export const inngest = new Inngest({
  id: "citestreak",
  checkpointing: false,
  logger,
  middleware: [RedactErrors],
});
