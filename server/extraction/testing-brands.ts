import type { BrandDefinition } from "./extraction-types";
import { type BrandSet, compileBrandSet } from "./matching/compile-brand-set";

/** A brand definition for tests: the name is its id; `domains` makes it an owner of hosts. */
export function brand(
  name: string,
  domains: readonly string[] = [],
  aliases: readonly string[] = [],
): BrandDefinition {
  return { id: name, name, aliases, domains, own: false };
}

/** A compiled set of brands known by their names alone. */
export function brandsNamed(...names: readonly string[]): BrandSet {
  return compileBrandSet(names.map((name) => brand(name)));
}
