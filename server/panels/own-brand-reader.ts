import type { TenantTransaction } from "@/db/tenant";
import { compileBrandSet, extractAnswer } from "@/server/extraction";
import type { ProjectId } from "@/server/kernel/id";
import { readBrands } from "@/server/projects";

export interface OwnBrandReader {
  readonly ownBrand: string;
  /** Whether the text names it for sure, as it would be said of an answer: a rival's longer name is not it. */
  readonly isNamedIn: (text: string) => boolean;
}

/** Reads prompts with the extractor and the project's brands of now; undefined where the org has no such project. */
export async function ownBrandReader(
  tx: TenantTransaction,
  projectId: ProjectId,
): Promise<OwnBrandReader | undefined> {
  const brands = await readBrands(tx, projectId);
  const own = brands.find((brand) => brand.own);
  if (!own) return undefined;
  const brandSet = compileBrandSet(brands);
  const isNamedIn = (text: string) =>
    extractAnswer({ text, prompt: null, sources: [], brandSet }).mentions.some(
      ({ brandId }) => brandId === own.id,
    );
  return { ownBrand: own.name, isNamedIn };
}
