import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { isSandbox, keyProviderOf } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { err, ok, type Result } from "@/server/kernel/result";
import { openRow, type SealedRow } from "./key-rows";
import { readMasterKeys } from "./master-keys";
import { OwnKey } from "./own-key";
import { unopened } from "./unopened";

const readSealed = statement<SealedRow & { lastFour: string }>(
  "read_own_keys",
  `select provider, id, master_version as "masterVersion", wrapped_key as "wrappedKey", sealed, last_four as "lastFour"
   from tenancy.engine_key where org_id = $1`,
);

/**
 * The org's own keys, sealed as they are, for a caller that learns only later which engine it asks: what it gives opens
 * the engine's. That is null when the org has none, and for a sandbox, which is asked with no key at all. It refuses, in
 * words for the customer, a key that can't be opened: it is never passed over for the platform's.
 */
export async function readOwnKeys(
  tx: TenantTransaction,
): Promise<(engineId: string) => Result<OwnKey | null>> {
  if (isSandbox()) return () => ok(null);
  const { rows } = await readSealed(tx, [requireContext().orgId]);
  return (engineId) => {
    const provider = keyProviderOf(engineId);
    const row = provider && rows.find((each) => each.provider === provider.id);
    if (!row) return ok(null);
    const masters = readMasterKeys();
    const key = masters && openRow(masters, row);
    return key ? ok(new OwnKey(provider, key, row.lastFour)) : err(unopened(provider.label));
  };
}
