import type { TenantTransaction } from "@/db/tenant";
import { type KeyProviderId, keyProviders } from "@/server/engines";
import { readKeyRows } from "./key-rows";

/** The providers whose key the org brought. No key is opened for it. */
export async function readOwnProviders(tx: TenantTransaction): Promise<ReadonlySet<KeyProviderId>> {
  const own = new Set((await readKeyRows(tx)).map(({ provider }) => provider));
  return new Set(keyProviders.map(({ id }) => id).filter((id) => own.has(id)));
}
