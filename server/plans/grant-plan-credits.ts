import { eq } from "drizzle-orm";
import { freeSeat, subscription } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { grantCredits, hasEntry } from "@/server/credits";
import { type Clock, systemClock } from "@/server/kernel/clock";
import { requireContext } from "@/server/kernel/context";
import { ok, type Result } from "@/server/kernel/result";
import { planPeriodOf } from "./plan-period";
import { PLANS } from "./plans";

/**
 * Grants the credits of this UTC month to the org of the context, once, when its plan brings them by itself and a free seat
 * is held for it. What is left of them expires with the month. The caller has decided that it may.
 */
export async function grantPlanCredits(
  tx: TenantTransaction,
  clock: Clock = systemClock,
): Promise<Result<{ granted: number }>> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ planId: subscription.planId, seat: freeSeat.seat })
    .from(subscription)
    .innerJoin(freeSeat, eq(freeSeat.orgId, subscription.orgId))
    .where(eq(subscription.orgId, orgId));
  const plan = PLANS.find(({ id }) => id === found?.planId);
  if (plan?.grantedBy !== "month") return ok({ granted: 0 });
  const { period, endsAt: expiresAt } = planPeriodOf(clock.now());
  const idemKey = `grant:${orgId}:${period}`;
  // Only to spare the wallet's lock: what decides is the key, under it.
  if (await hasEntry(tx, idemKey)) return ok({ granted: 0 });
  const { monthlyCredits: amount, id } = plan;
  const how = { source: "grant", kind: "grant", idemKey, expiresAt } as const;
  const granted = await grantCredits(tx, { ...how, amount, ref: { type: "plan", id } });
  if (!granted.ok) return granted;
  if (!granted.value.created) return ok({ granted: 0 });
  await recordAudit(tx, {
    action: "credits.grant",
    subjectType: "lot",
    subjectId: granted.value.lotId,
    detail: { amount, source: "grant", idemKey, expiresAt: expiresAt.toISOString() },
  });
  return ok({ granted: amount });
}
