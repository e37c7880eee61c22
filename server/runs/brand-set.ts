import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { BRAND_SETS } from "@/server/caching";
import { type BrandDefinition, type BrandSet, compileBrandSet } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { brandsSql } from "@/server/projects";

const compiled = new Map<string, BrandSet>();

const readBrandsOfAsk = statement<BrandDefinition>(
  "read_brands_of_ask",
  brandsSql(
    "$1",
    `(select r.project_id from tracking.ask a join tracking.run r on r.org_id = a.org_id and r.id = a.run_id
      where a.org_id = $1 and a.id = $2)`,
  ),
);

/**
 * The brands of an ask's project, compiled for matching. Definitions are read in the caller's transaction each time, so an
 * edited alias counts at once; only the compiled automaton is kept, under the definitions themselves (ids included).
 */
export async function brandSetOf(tx: TenantTransaction, askId: AskId): Promise<BrandSet> {
  const { rows } = await readBrandsOfAsk(tx, [requireContext().orgId, askId]);
  const key = JSON.stringify(rows);
  const known = compiled.get(key);
  if (known) return known;
  const made = compileBrandSet(rows);
  if (compiled.size >= BRAND_SETS) compiled.clear();
  compiled.set(key, made);
  return made;
}
