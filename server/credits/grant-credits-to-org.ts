import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { GrantCreditsInput } from "./contract";
import { grantCredits } from "./grant-credits";

/**
 * Grants credits to the org of the context, once for each key. For our own jobs and checked webhooks alone: no role of a
 * person or of an API key may grant (forbidden). Refuses what isn't a positive whole number (invalid_input).
 */
export async function grantCreditsToOrg(
  input: GrantCreditsInput,
): Promise<Result<{ lotId: string; created: boolean }>> {
  if ("role" in requireContext().actor) return err(forbidden("grant credits"));
  const parsed = parseInput(GrantCreditsInput, input);
  if (!parsed.ok) return parsed;
  const { amount, source, idemKey, expiresAt, ref } = parsed.value;
  return withTenant(async (tx) => {
    const granted = await grantCredits(tx, { amount, source, kind: source, idemKey, expiresAt, ref });
    if (!granted.ok || !granted.value.created) return granted;
    await recordAudit(tx, {
      action: "credits.grant",
      subjectType: "lot",
      subjectId: granted.value.lotId,
      detail: { amount, source, idemKey, expiresAt: expiresAt?.toISOString() ?? null },
    });
    return ok(granted.value);
  });
}
