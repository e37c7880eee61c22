import { and, eq } from "drizzle-orm";
import { engineKey } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { EngineKeyInput } from "./contract";
import { auditOf, readKeyRows } from "./key-rows";

/**
 * Deletes the key for good: asks that are bought from now on are bought with the platform's. Removing what isn't there
 * changes nothing, and needs no master key.
 */
export async function removeEngineKey(input: EngineKeyInput): Promise<Result<{ removed: boolean }>> {
  if (!mayActAs("admin")) return err(forbidden("remove the organisation’s own keys"));
  const parsed = parseInput(EngineKeyInput, input);
  if (!parsed.ok) return parsed;
  const { provider } = parsed.value;
  return withTenant<{ removed: boolean }>(async (tx) => {
    const [row] = await readKeyRows(tx, { provider, lock: true });
    if (!row) return ok({ removed: false });
    await tx
      .delete(engineKey)
      .where(and(eq(engineKey.orgId, requireContext().orgId), eq(engineKey.provider, provider)));
    await recordAudit(tx, {
      action: "engine_key.remove",
      subjectType: "engine_key",
      subjectId: row.id,
      before: auditOf(row),
    });
    return ok({ removed: true });
  });
}
