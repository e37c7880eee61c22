import { and, eq } from "drizzle-orm";
import { engineKey } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import type { Environment } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { readKeyRows } from "./key-rows";
import { keysAreOff, readMasterKeys } from "./master-keys";
import { rewrapKey, UnopenedSecret } from "./seal";

/** Keys of an org, or of all. */
export interface Rewrapped {
  readonly rewrapped: number;
  /** The newest master key wrapped them already. */
  readonly current: number;
  /** Their master key isn't in KEY_ENCRYPTION_KEYS, or they don't belong where they stand: left as they are. */
  readonly unopened: number;
}

/**
 * Puts the org's data keys under the newest master key, all of them or none; no secret is opened or changed. For our own
 * jobs alone. A second call finds them done.
 */
export async function rewrapEngineKeys(environment?: Environment): Promise<Result<Rewrapped>> {
  const { actor, orgId } = requireContext();
  if ("role" in actor) return err(forbidden("rotate the site’s encryption keys"));
  const masters = readMasterKeys(environment);
  if (!masters) return err(keysAreOff());
  return withTenant<Rewrapped>(async (tx) => {
    const counts = { rewrapped: 0, current: 0, unopened: 0 };
    for (const row of await readKeyRows(tx, { lock: true })) {
      const { provider, id, masterVersion } = row;
      if (masterVersion === masters.newest) {
        counts.current += 1;
        continue;
      }
      const wrapped = tryRewrap(() => rewrapKey(masters, { orgId, provider, version: id }, row));
      if (!wrapped) {
        counts.unopened += 1;
        continue;
      }
      await tx
        .update(engineKey)
        .set(wrapped)
        .where(and(eq(engineKey.orgId, orgId), eq(engineKey.provider, provider)));
      await recordAudit(tx, {
        action: "engine_key.rewrap",
        subjectType: "engine_key",
        subjectId: id,
        before: { masterVersion },
        after: { masterVersion: wrapped.masterVersion },
        detail: { provider },
      });
      counts.rewrapped += 1;
    }
    return ok(counts);
  });
}

function tryRewrap<T>(rewrap: () => T): T | null {
  try {
    return rewrap();
  } catch (error) {
    if (error instanceof UnopenedSecret) return null;
    throw error;
  }
}
