import pino from "pino";
import { currentContext } from "./context";
import { describeError, safeMessage } from "./describe-error";
import { env } from "./env";
import { redact, redactFields } from "./redact";
import { redactText } from "./redact-text";

export type Logger = pino.Logger;

/**
 * JSON lines, each with the org and request it was written under, and each redacted before it is written: fields by key
 * and by pattern, texts by pattern, errors as describeError tells them.
 */
export function createLogger(level: pino.LevelWithSilent, destination: pino.DestinationStream): Logger {
  const made = pino(
    {
      level,
      base: null,
      // Pino's own would write every field of an error, and its own redaction knows keys at fixed depths alone.
      serializers: { err: (value: unknown) => (value instanceof Error ? describeError(value) : value) },
      formatters: { log: redactFields },
      hooks: { logMethod: logRedacted },
      mixin() {
        const context = currentContext();
        return context ? { orgId: context.orgId, requestId: context.requestId } : {};
      },
    },
    destination,
  );
  return withRedactedChildren(made);
}

/** A child's fields go past every formatter: they are redacted as it is made. Children inherit this, for theirs. */
function withRedactedChildren(made: Logger): Logger {
  const { child } = made;
  const redacted = function (this: Logger, fields: pino.Bindings, options?: pino.ChildLoggerOptions): Logger {
    return Reflect.apply(child, this, [redactFields(fields), options]);
  };
  return Object.assign(made, { child: redacted });
}

/** On stderr: stdout belongs to what a command prints. */
export const logger = createLogger(env.LOG_LEVEL, pino.destination({ dest: 2, sync: true }));

/** The texts of a line, which no formatter sees. Without one, pino would take the error's message as it is. */
function logRedacted(this: Logger, args: Parameters<pino.LogFn>, method: pino.LogFn): void {
  const [first, ...rest] = args.map((part: unknown, index) =>
    typeof part === "string" ? redactText(part) : index === 0 ? part : redact(part),
  );
  const error = first instanceof Error ? first : errorIn(first);
  const texts = error && rest.length === 0 ? [safeMessage(error)] : rest;
  Reflect.apply(method, this, [first, ...texts]);
}

function errorIn(fields: unknown): Error | undefined {
  if (typeof fields !== "object" || fields === null || !("err" in fields)) return undefined;
  return fields.err instanceof Error ? fields.err : undefined;
}
