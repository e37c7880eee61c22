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

/** An archived brand keeps its names: it may come back. */
export type NamedBrand = z.output<typeof BrandInput> & { readonly archived?: boolean };

/**
 * Every name of the brands of a project, each brand's own name first. Refuses a name that can't be matched ("*"), and a
 * name or domain that two brands would share: an answer that says it could not be given to either. A brand that lists one
 * of its names twice loses nothing: the second is dropped. A refusal is about the later of two brands, and its `problems`
 * name the field of that brand.
 */
export function collectBrandNames(brands: readonly NamedBrand[]): Result<BrandName[]> {
  const byFolded = new Map<string, BrandName>();
  const ownerOfDomain = new Map<string, number>();
  for (const [brandIndex, brand] of brands.entries()) {
    for (const [index, alias] of [brand.name, ...brand.aliases].entries()) {
      const field = index === 0 ? "name" : `aliases.${index - 1}`;
      const problem = brandNameProblem(alias);
      if (problem) return err(refusal("invalid_input", field, problem));
      const folded = foldName(alias);
      const holder = byFolded.get(folded);
      if (holder && holder.brandIndex !== brandIndex)
        return err(refusal("conflict", field, shared("name", alias, brands[holder.brandIndex])));
      if (!holder) byFolded.set(folded, { brandIndex, alias, folded });
    }
    for (const [index, domain] of brand.domains.entries()) {
      const holder = ownerOfDomain.get(domain);
      if (holder !== undefined && holder !== brandIndex)
        return err(refusal("conflict", `domains.${index}`, shared("domain", domain, brands[holder])));
      ownerOfDomain.set(domain, brandIndex);
    }
  }
  return ok([...byFolded.values()]);
}

function refusal(code: "invalid_input" | "conflict", field: string, problem: string): AppError {
  return new AppError(code, problem, { problems: [{ field, problem }] });
}

function shared(what: string, value: string, holder: NamedBrand | undefined): string {
  const owner = holder?.name ?? "another brand";
  const belongs = `The ${what} "${value}" already belongs to ${owner}`;
  return holder?.archived ? `${belongs}, which is archived: restore it instead.` : `${belongs}.`;
}
