import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { engineStatus, keyProviderOf } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { err, ok, type Result } from "@/server/kernel/result";
import { openRow, type SealedRow } from "./key-rows";
import { readMasterKeys } from "./master-keys";
import { OwnKey } from "./own-key";
import { unopened } from "./unopened";

const readSealed = statement<SealedRow & { lastFour: string }>(
  "read_own_key",
  `select provider, id, master_version as "masterVersion", wrapped_key as "wrappedKey", sealed, last_four as "lastFour"
   from tenancy.engine_key where org_id = $1 and provider = $2`,
);

/**
 * The org's own key for an engine, opened; null when it has none, and for a sandbox, which is asked with no key at all.
 * Refuses, in words for the customer, a key that can't be opened: it is never passed over for the platform's.
 */
export async function readOwnKey(tx: TenantTransaction, engineId: string): Promise<Result<OwnKey | null>> {
  const provider = keyProviderOf(engineId);
  const status = engineStatus(engineId);
  if (!provider || (status.ready && status.sandbox)) return ok(null);
  const { rows } = await readSealed(tx, [requireContext().orgId, provider.id]);
  const [row] = rows;
  if (!row) return ok(null);
  const masters = readMasterKeys();
  const key = masters && openRow(masters, row);
  return key ? ok(new OwnKey(provider, key, row.lastFour)) : err(unopened(provider.label));
}
