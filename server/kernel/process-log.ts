import { format } from "node:util";
import { safeMessage } from "./describe-error";
import { logger } from "./logger";
import { redact } from "./redact";
import { redactText } from "./redact-text";

const LEVELS = { error: "error", warn: "warn" } as const;

/**
 * Takes over what a process says by itself: console.error and console.warn (frameworks print whole errors there, with the
 * driver's parameters) become redacted log lines, and an error that nobody caught is logged before it ends the process.
 */
export function ownProcessLog(): void {
  for (const [method, level] of Object.entries(LEVELS)) {
    Reflect.set(console, method, (...parts: unknown[]) => {
      const error = parts.find((part) => part instanceof Error);
      const said = parts.map((part) => (part instanceof Error ? safeMessage(part) : redact(part)));
      logger[level]({ ...(error && { err: error }) }, "%s", redactText(format(...said)));
    });
  }
}

/** Ends the process on an error that nobody caught, as Node does, but with a redacted line instead of the whole error. */
export function endOnUncaught(): void {
  for (const event of ["uncaughtException", "unhandledRejection"]) {
    process.on(event, (thrown: unknown) => {
      logger.fatal({ err: thrown instanceof Error ? thrown : new Error(String(thrown)) }, event);
      process.exit(1);
    });
  }
}
