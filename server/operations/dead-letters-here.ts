import type { DeadLetters } from "@/inngest/local/open-dead-letters";
import { env } from "@/server/kernel/env";
import { AppError } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Operator } from "./enter-operations";

// Next bundles each route on its own: what one of them opened hangs where the others look.
const slot: { [key: symbol]: Promise<DeadLetters | null> | undefined } = globalThis as typeof globalThis &
  typeof slot;
const OPENED = Symbol.for("citestreak.dead-letters");

/**
 * The dead letters of this installation's own runtime, opened once a process and only for an operator; null where another
 * server runs the jobs (QUEUE_DATABASE_URL is unset). Throws when the runtime's database is away, and tries anew next time.
 */
export async function deadLettersHere(_operator: Operator): Promise<DeadLetters | null> {
  const opened = slot[OPENED] ?? open();
  slot[OPENED] = opened;
  try {
    return await opened;
  } catch (error) {
    if (slot[OPENED] === opened) slot[OPENED] = undefined;
    throw error;
  }
}

/** The same for what can't be done without them: a refusal with words when they are kept elsewhere. */
export async function requireDeadLetters(operator: Operator): Promise<Result<DeadLetters>> {
  const letters = await deadLettersHere(operator);
  return letters
    ? ok(letters)
    : err(new AppError("conflict", "Another server runs the jobs and keeps what failed."));
}

/** Points this slice at letters that somebody else opened, or at none: for tests. */
export function useDeadLetters(letters: DeadLetters | null): void {
  slot[OPENED] = Promise.resolve(letters);
}

/** Loaded when an operator looks: where Inngest Cloud runs the jobs, a web server has no use for a queue. */
async function open(): Promise<DeadLetters | null> {
  if (env.QUEUE_DATABASE_URL === undefined) return null;
  const { openDeadLetters } = await import("@/inngest/local/open-dead-letters");
  return openDeadLetters(env.QUEUE_DATABASE_URL, logger);
}
