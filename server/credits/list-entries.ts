import { desc, lt } from "drizzle-orm";
import { entry } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { type EntriesPage, ListEntriesInput } from "./contract";

/** A page of the org's ledger, newest first, for every role. Keyset: entries written meanwhile shift no page. */
export async function listEntries(input: ListEntriesInput): Promise<Result<EntriesPage>> {
  if (!mayDo("credits.read")) return err(forbidden("see the credits"));
  const parsed = parseInput(ListEntriesInput, input);
  if (!parsed.ok) return parsed;
  const { before, limit } = parsed.value;
  return withTenant(async (tx) => {
    const rows = await tx
      .select()
      .from(entry)
      .where(before === undefined ? undefined : lt(entry.id, before))
      .orderBy(desc(entry.id))
      .limit(limit + 1);
    const page = rows.slice(0, limit);
    const entries = page.map(({ id, amount, kind, lotId, refType, refId, actor, createdAt }) => ({
      id,
      amount,
      kind,
      lotId,
      refType,
      refId,
      actor,
      createdAt: createdAt.toISOString(),
    }));
    return ok({ entries, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null });
  });
}
