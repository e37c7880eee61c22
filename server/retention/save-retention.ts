import { eq } from "drizzle-orm";
import { retention } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { SaveRetentionInput } from "./contract";

/** Sets how long what engines sent is kept. What is older goes with the next hour's upkeep, and doesn't come back. */
export async function saveRetention(
  input: SaveRetentionInput,
): Promise<Result<{ rawBodyDays: number | null }>> {
  if (!mayDo("retention.change")) return err(forbidden("change what is kept"));
  const parsed = parseInput(SaveRetentionInput, input);
  if (!parsed.ok) return parsed;
  const { rawBodyDays } = parsed.value;
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const [before] = await tx
      .select({ rawBodyDays: retention.rawBodyDays })
      .from(retention)
      .where(eq(retention.orgId, orgId))
      .for("no key update");
    if ((before?.rawBodyDays ?? null) === rawBodyDays) return ok({ rawBodyDays });
    if (rawBodyDays === null) await tx.delete(retention).where(eq(retention.orgId, orgId));
    else
      await tx
        .insert(retention)
        .values({ orgId, rawBodyDays })
        .onConflictDoUpdate({ target: retention.orgId, set: { rawBodyDays } });
    await recordAudit(tx, {
      action: "retention.change",
      subjectType: "org",
      subjectId: orgId,
      before: { rawBodyDays: before?.rawBodyDays ?? null },
      after: { rawBodyDays },
    });
    return ok({ rawBodyDays });
  });
}
