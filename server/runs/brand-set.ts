import type { TenantTransaction } from "@/db/tenant";
import { type BrandSet, compileBrandSet } from "@/server/extraction";
import type { ProjectId } from "@/server/kernel/id";
import { readBrands } from "@/server/projects";

const CACHE_SIZE = 200;
const compiled = new Map<string, BrandSet>();

/**
 * The project's brands, compiled for matching. Definitions are read in the caller's transaction each time, so an edited
 * alias counts at once; only the compiled automaton is kept, under the definitions themselves (ids included).
 */
export async function brandSetOf(tx: TenantTransaction, projectId: ProjectId): Promise<BrandSet> {
  const definitions = await readBrands(tx, projectId);
  const key = JSON.stringify(definitions);
  const known = compiled.get(key);
  if (known) return known;
  const made = compileBrandSet(definitions);
  if (compiled.size >= CACHE_SIZE) compiled.clear();
  compiled.set(key, made);
  return made;
}
