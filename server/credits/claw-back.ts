import type { TenantTransaction } from "@/db/tenant";
import type { Result } from "@/server/kernel/result";
import { takeBack } from "./take-back";

export interface Refund {
  readonly refundId: string;
  /** The key of the grant that the payment bought: `topup:{checkout_session}`, `grant:{invoice}:{line}`. */
  readonly grantKey: string;
  /** Whole credits, above zero: what this one refund stands for, not the charge's sum of refunds. */
  readonly credits: number;
}

/**
 * Takes the credits of refunded money back, once for each refund, out of the lot that the money bought. What was spent of
 * it stays as that lot's debt: the balance may end below zero, and reserving refuses until it is covered.
 * Refuses: not_found (no such grant yet: try again later), conflict (more than was granted), invalid_input.
 */
export async function clawBack(
  tx: TenantTransaction,
  { refundId, grantKey, credits }: Refund,
): Promise<Result<{ taken: number }>> {
  return takeBack(tx, {
    kind: "clawback",
    idemKey: `clawback:${refundId}`,
    grantKey,
    credits,
    ref: { type: "refund", id: refundId },
  });
}
