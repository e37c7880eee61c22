import type { z } from "zod";
import { brandNameProblem, foldName } from "@/server/extraction";
import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import type { BrandInput } from "./contract";

/** One name of one brand: what a `brand_alias` row holds, before the brand has an id. */
export interface BrandName {
  readonly brandIndex: number;
  readonly alias: string;
  readonly folded: string;
}

/**
 * Every name of the brands of a project, each brand's own name first. Refuses a name that can't be matched ("*"), and a
 * name or domain that two brands would share: an answer that says it could not be given to either. A brand that lists one
 * of its names twice loses nothing: the second is dropped.
 */
export function collectBrandNames(brands: readonly z.output<typeof BrandInput>[]): Result<BrandName[]> {
  const byFolded = new Map<string, BrandName>();
  const ownerOfDomain = new Map<string, number>();
  for (const [brandIndex, brand] of brands.entries()) {
    for (const alias of [brand.name, ...brand.aliases]) {
      const problem = brandNameProblem(alias);
      if (problem) return err(new AppError("invalid_input", problem, { alias }));
      const folded = foldName(alias);
      const holder = byFolded.get(folded);
      if (holder && holder.brandIndex !== brandIndex)
        return err(shared("name", alias, brands[holder.brandIndex]?.name));
      if (!holder) byFolded.set(folded, { brandIndex, alias, folded });
    }
    for (const domain of brand.domains) {
      const holder = ownerOfDomain.get(domain);
      if (holder !== undefined && holder !== brandIndex)
        return err(shared("domain", domain, brands[holder]?.name));
      ownerOfDomain.set(domain, brandIndex);
    }
  }
  return ok([...byFolded.values()]);
}

function shared(what: string, value: string, holder: string | undefined): AppError {
  return new AppError("conflict", `The ${what} "${value}" already belongs to ${holder ?? "another brand"}.`, {
    value,
  });
}
