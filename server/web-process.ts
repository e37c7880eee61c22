import type { ConnectionPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { boot } from "./boot";
import { safeMessage } from "./kernel/describe-error";
import { ownProcessLog } from "./kernel/process-log";

// Next bundles instrumentation and each route on its own, so none of them sees another's modules: what the process opened
// once hangs where they all look.
const slot: { [key: symbol]: ConnectionPool | undefined } = globalThis as typeof globalThis & typeof slot;
const OPENED = Symbol.for("citestreak.database");

/**
 * Boots the web server's process, once, before its first request; ends the process with the reason when it may not start.
 * What Next prints of errors, whole, goes through our log from here on.
 */
export async function bootWebProcess(): Promise<void> {
  ownProcessLog();
  try {
    slot[OPENED] = await boot();
  } catch (error) {
    process.stderr.write(`${safeMessage(error)}\n`);
    process.exit(1);
  }
}

/** Points this route's verbs at the database that `bootWebProcess` opened. Every route handler calls it first. */
export function joinWebProcess(): void {
  const opened = slot[OPENED];
  if (opened === undefined) throw new Error("the web process has not booted: instrumentation.ts does that");
  useDatabase(opened);
}
