import { outbox } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { EventName, EventPayload } from "@/inngest/events";
import { requireContext } from "@/server/kernel/context";

/**
 * Puts an event on its way out, in the transaction of what it announces. `idemKey` names the fact within the org: the
 * same fact announced twice leaves once.
 */
export async function announce<Name extends EventName>(
  tx: TenantTransaction,
  name: Name,
  payload: EventPayload<Name>,
  idemKey: string,
): Promise<void> {
  const { orgId } = requireContext();
  await tx.insert(outbox).values({ orgId, name, payload, idemKey }).onConflictDoNothing();
}
