import { wallet } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";

/** The org's wallet row, made by create-org in its own transaction. A second call changes nothing. */
export async function openWallet(tx: TenantTransaction): Promise<void> {
  await tx.insert(wallet).values({ orgId: requireContext().orgId }).onConflictDoNothing();
}
