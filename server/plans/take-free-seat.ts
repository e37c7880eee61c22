import { freeSeat } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import { FREE_ORGS_A_PERSON } from "./plans";

/**
 * Takes one of the person's free seats for the org of the context, for good; false when none is left. A seat is a row of
 * its own number, so that of many orgs made at once no more get one than there are.
 */
export async function takeFreeSeat(tx: TenantTransaction, userId: UserId): Promise<boolean> {
  const { orgId } = requireContext();
  for (let seat = 1; seat <= FREE_ORGS_A_PERSON; seat += 1) {
    const taken = await tx
      .insert(freeSeat)
      .values({ userId, seat, orgId })
      .onConflictDoNothing({ target: [freeSeat.userId, freeSeat.seat] })
      .returning({ seat: freeSeat.seat });
    if (taken.length > 0) return true;
  }
  return false;
}
