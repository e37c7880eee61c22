import { withoutTenant } from "@/db/tenant";
import { CACHES } from "@/server/caching";
import { logger } from "@/server/kernel/logger";
import { ok } from "@/server/kernel/result";
import { type KnownStanding, readStandings } from "./read-standings";

let known: { readonly at: number; readonly standings: Promise<ReadonlyMap<string, KnownStanding>> } | null =
  null;

/**
 * How an engine stands, as of at most a second ago: one short read a second and process, however many calls. Null for an
 * engine that is simply asked, and when the database is away, which the caller's own transactions then say.
 */
export async function knownStanding(engineId: string): Promise<KnownStanding | null> {
  const now = performance.now();
  if (known === null || now - known.at > CACHES.engineStandings.forMs)
    known = { at: now, standings: standingsOrNone() };
  return (await known.standings).get(engineId) ?? null;
}

/** Makes the next call look again: this process has just changed something. */
export function forgetStandings(): void {
  known = null;
}

async function standingsOrNone(): Promise<ReadonlyMap<string, KnownStanding>> {
  try {
    const read = await withoutTenant(async (tx) => ok(await readStandings(tx)));
    if (read.ok) return read.value;
  } catch (error) {
    logger.warn({ err: error }, "how engines stand could not be read: they are asked");
  }
  return new Map();
}
