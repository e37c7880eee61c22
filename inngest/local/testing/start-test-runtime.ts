import { Inngest, type InngestFunction } from "inngest";
import pino from "pino";
import { onTestFinished } from "vitest";
import type { TestDatabase } from "@/db/testing/test-database";
import { type LocalRuntime, type LocalRuntimeOptions, startLocalRuntime } from "../local-runtime";

export const silent = pino({ level: "silent" });

/** A client of its own, of the app that all tests share. */
export function testClient(): Inngest {
  return new Inngest({ id: "test", checkpointing: false, logger: silent, internalLogger: silent });
}

/** A runtime on the file's own database that stops with the test; retries come after a few milliseconds. */
export async function startTestRuntime(
  database: TestDatabase,
  client: Inngest,
  functions: readonly InngestFunction.Any[],
  options: Partial<LocalRuntimeOptions> = {},
): Promise<LocalRuntime> {
  const runtime = await startLocalRuntime({
    queueDatabaseUrl: database.urls.queue,
    functions,
    client,
    logger: pino({ level: "error" }),
    retryDelay: () => 5,
    ...options,
  });
  onTestFinished(() => runtime.stop());
  return runtime;
}

/** Resolves when `check` holds; looks every few milliseconds, until the test's own time is up. */
export async function until(check: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 10));
}
