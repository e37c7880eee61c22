import { statement } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { BRAND_SETS } from "@/server/caching";
import { type BrandDefinition, type BrandSet, compileBrandSet, controlBrands } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { AskId } from "@/server/kernel/id";
import { brandsSql } from "@/server/projects";

/** What an answer is read for: the declared brands, and the made-up ones that show how often the matcher errs. */
export interface ReadBrands {
  readonly brandSet: BrandSet;
  readonly controls: BrandSet;
}

const compiled = new Map<string, ReadBrands>();

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
export async function brandSetOf(tx: TenantTransaction, askId: AskId): Promise<ReadBrands> {
  const { rows } = await readBrandsOfAsk(tx, [requireContext().orgId, askId]);
  const key = JSON.stringify(rows);
  const known = compiled.get(key);
  if (known) return known;
  const made = { brandSet: compileBrandSet(rows), controls: compileBrandSet(controlBrands(rows)) };
  if (compiled.size >= BRAND_SETS) compiled.clear();
  compiled.set(key, made);
  return made;
}
