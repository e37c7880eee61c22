import type { TenantTransaction } from "@/db/tenant";
import { type BrandSet, compileBrandSet, controlBrands, EXTRACTOR_VERSION } from "@/server/extraction";
import type { ProjectId } from "@/server/kernel/id";
import { readBrands } from "@/server/projects";

/** By which extractor and which brands an answer is read. */
export interface ReadingVersions {
  readonly extractorVersion: string;
  readonly brandSetVersion: string;
}

export interface CurrentReading extends ReadingVersions {
  readonly brandSet: BrandSet;
  readonly controls: BrandSet;
}

/** How an answer of the project would be read now: its brands of the moment, in the caller's transaction. */
export async function currentReading(tx: TenantTransaction, projectId: ProjectId): Promise<CurrentReading> {
  const brands = await readBrands(tx, projectId);
  const brandSet = compileBrandSet(brands);
  const controls = compileBrandSet(controlBrands(brands));
  return { brandSet, controls, extractorVersion: EXTRACTOR_VERSION, brandSetVersion: brandSet.version };
}
