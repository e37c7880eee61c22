import { subscription } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { asOrg, createTestOrg, inOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { type AskId, newId, type OrgId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import { correctHold } from "../correct-hold";
import { holdCost } from "../hold-cost";

/** Holds a call's cost in a transaction of its own, as a claim would; the refusal's words, or null. */
export async function hold(orgId: OrgId, engineId: string): Promise<string | null> {
  return inOrg(orgId, async (tx) => {
    const held = await holdCost(tx, { askId: newId<AskId>(), engineId });
    return held.ok ? null : held.error.message;
  });
}

/** Corrects what a call of `engineId` holds on `day` (YYYY-MM-DD) to what it cost. */
export function correct(
  orgId: OrgId,
  call: { engineId: string; micros: number; day: string },
  costMicros: number | null,
): Promise<Result<void>> {
  const held = { engineId: call.engineId, heldMicros: String(call.micros), heldOn: call.day };
  return asOrg(orgId, () => withTenant(async (tx) => ok(await correctHold(tx, held, costMicros))));
}

export async function payingOrg(): Promise<OrgId> {
  const orgId = await createTestOrg();
  await inOrg(orgId, (tx) => tx.insert(subscription).values({ orgId, planId: "team" }));
  return orgId;
}

/** What stands against a scope, in micros, over all days. */
export async function spent(inspect: TestDatabase["inspect"], scope: string): Promise<number> {
  const [row] = await inspect("select sum(micros)::bigint as micros from ops.spend where scope = $1", [
    scope,
  ]);
  return Number(row?.micros ?? 0);
}

/** The only day that something stands for, YYYY-MM-DD. */
export async function theDay(inspect: TestDatabase["inspect"]): Promise<string> {
  const days = await inspect("select distinct day::text from ops.spend");
  if (days.length !== 1) throw new Error(`spending stands for ${days.length} days`);
  return String(days[0]?.day);
}
