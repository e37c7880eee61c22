import type { TenantTransaction } from "@/db/tenant";
import type { Result } from "@/server/kernel/result";
import { takeBack } from "./take-back";

export interface Dispute {
  readonly disputeId: string;
  /** The key of the grant that the disputed payment bought. */
  readonly grantKey: string;
  /** Whole credits, above zero. */
  readonly credits: number;
}

/**
 * Takes the credits of a disputed payment out of its lot while the dispute is open, once for each dispute, like a refund.
 * Won: releaseDispute puts them back. Lost: nothing more is to be done, they stay taken.
 * Refuses: not_found (no such grant yet), conflict (more than was granted), invalid_input.
 */
export async function holdDispute(
  tx: TenantTransaction,
  { disputeId, grantKey, credits }: Dispute,
): Promise<Result<{ taken: number }>> {
  return takeBack(tx, {
    kind: "dispute_hold",
    idemKey: `dispute_hold:${disputeId}`,
    grantKey,
    credits,
    ref: { type: "dispute", id: disputeId },
  });
}
