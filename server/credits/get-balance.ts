import { withTenant } from "@/db/tenant";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import type { BalanceDto } from "./contract";
import { readBalance } from "./read-balance";

/** The org's credits, for every role. */
export async function getBalance(): Promise<Result<BalanceDto>> {
  if (!mayDo("credits.read")) return err(forbidden("see the credits"));
  return withTenant(async (tx) => {
    const { balance, available, lots } = await readBalance(tx);
    const holding = lots.filter((lot) => lot.remainder !== 0);
    return ok({
      balance,
      available,
      lots: holding.map(({ lotId, source, remainder, expiresAt }) => ({
        lotId,
        source,
        remainder,
        expiresAt: expiresAt?.toISOString() ?? null,
      })),
    });
  });
}
