import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";

const POLL_MS = 5;

/**
 * Watches, over another connection, which tables (by oid) the backend `pid` holds under ACCESS EXCLUSIVE. `held` has the longest
 * unbroken time of each, in milliseconds, to the accuracy of a poll.
 */
export function watchLocks(
  client: pg.Client,
  pid: number,
): { held: Map<number, number>; stop(): Promise<void> } {
  const held = new Map<number, number>();
  const since = new Map<number, number>();
  let stopped = false;
  const watching = (async () => {
    while (!stopped) {
      const { rows } = await client.query<{ id: number }>(
        `select relation as id from pg_locks
         where pid = $1 and locktype = 'relation' and mode = 'AccessExclusiveLock' and granted`,
        [pid],
      );
      const now = performance.now();
      const seen = new Set(rows.map((row) => row.id));
      for (const id of since.keys()) if (!seen.has(id)) since.delete(id);
      for (const id of seen) {
        if (!since.has(id)) since.set(id, now);
        held.set(id, Math.max(held.get(id) ?? 0, now - (since.get(id) ?? now)));
      }
      await sleep(POLL_MS);
    }
  })();
  return {
    held,
    async stop() {
      stopped = true;
      await watching;
    },
  };
}
