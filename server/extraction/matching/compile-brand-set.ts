import type { BrandDefinition } from "@/server/extraction/extraction-types";
import { domainForm, type NameForm, nameForms } from "./name-forms";
import { compileTrie, type NameTrie } from "./name-trie";
import { stableHash } from "./stable-hash";

/** A form together with the brand (index into `brands`) that it stands for. */
export type OwnedForm = { readonly brand: number; readonly form: NameForm };

/** Brands compiled for matching: compile once, match many. */
export type BrandSet = {
  /** Hash of the normalised definitions; the order of brands, aliases and domains doesn't change it. */
  readonly version: string;
  readonly brands: readonly BrandDefinition[];
  /** Owned hosts in lower case, without "www.", with the index of their owner. */
  readonly domains: ReadonlyMap<string, number>;
  readonly trie: NameTrie;
  /** Per name of the tree: its length in folded units and whom it may stand for. */
  readonly patterns: readonly { readonly length: number; readonly owners: readonly OwnedForm[] }[];
};

/** A longer name is nobody's, and each place of a text may be compared with this much at most. */
const LONGEST_FORM = 200;

function versionOf(brands: readonly BrandDefinition[]): string {
  const lines = brands.map((brand) =>
    JSON.stringify([
      brand.id,
      brand.name.trim(),
      [...new Set(brand.aliases.map((alias) => alias.trim()))].sort(),
      [...new Set(brand.domains.map((domain) => domain.trim().toLowerCase()))].sort(),
      brand.own,
    ]),
  );
  return stableHash(lines.sort().join("\n"));
}

/**
 * Compiles brand definitions into one tree. A name, alias or domain that can't be matched (see
 * `brandNameProblem`) gets no form and is never found; nothing throws.
 */
export function compileBrandSet(brands: readonly BrandDefinition[]): BrandSet {
  const byFolded = new Map<string, OwnedForm[]>();
  const domains = new Map<string, number>();
  brands.forEach((definition, brand) => {
    const own = (form: NameForm) => {
      if (form.folded.length > LONGEST_FORM) return;
      const owners = byFolded.get(form.folded);
      if (owners === undefined) byFolded.set(form.folded, [{ brand, form }]);
      else owners.push({ brand, form });
    };
    for (const name of [definition.name, ...definition.aliases]) nameForms(name).forEach(own);
    for (const domain of definition.domains) {
      const form = domainForm(domain);
      const host = form?.spellings[0];
      if (form === null || host === undefined) continue;
      own(form);
      if (!domains.has(host)) domains.set(host, brand);
    }
  });
  const folded = [...byFolded.keys()];
  return {
    version: versionOf(brands),
    brands,
    domains,
    trie: compileTrie(folded),
    patterns: folded.map((text) => ({ length: text.length, owners: byFolded.get(text) ?? [] })),
  };
}
