import { withTenant } from "@/db/tenant";
import { type Clock, systemClock } from "@/server/kernel/clock";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, type Result } from "@/server/kernel/result";
import { grantPlanCredits } from "./grant-plan-credits";

/** The upkeep's verb for one org: this month's credits of its plan, where they come by themselves. Safe to run twice. */
export async function grantMonthlyCredits(clock: Clock = systemClock): Promise<Result<{ granted: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("grant credits"));
  return withTenant((tx) => grantPlanCredits(tx, clock));
}
