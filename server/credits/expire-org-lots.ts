import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { expireLots } from "./expire-lots";

/** The expiry cron's verb for one org: what is left in lots past their expiry leaves the balance. Safe to run twice. */
export async function expireOrgLots(): Promise<Result<{ lots: number; expired: number }>> {
  if ("role" in requireContext().actor) return err(forbidden("expire credits"));
  return withTenant(async (tx) => ok(await expireLots(tx)));
}
