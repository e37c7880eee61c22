import { getDomain } from "tldts";
import type { DomainClass } from "@/server/extraction/contract";
import { CLASS_OF_HOST } from "./domain-table";
import { CLASS_OF_LABEL, CLASS_OF_PATH, INSTITUTION_SUFFIXES } from "./host-rules";

/** What a host says by itself, whatever the path: computed once and kept, since answers cite the same hosts. */
export type HostFacts = {
  /** By the public suffix list; the host itself where the list knows none. */
  readonly registrable: string;
  /** Parts of the site that are of a class of their own: beginning of the path, and the class. */
  readonly sections: readonly (readonly [start: string, domainClass: DomainClass])[];
  /** By table or suffix; null where the path has a say. */
  readonly sure: DomainClass | null;
  /** Where the path says nothing. */
  readonly otherwise: DomainClass;
};

const MOST_KEPT = 5_000;
const SUFFIXES: ReadonlySet<string> = new Set(INSTITUTION_SUFFIXES);
const kept = new Map<string, HostFacts>();

/** A host and its parents, the longest first, down to its last label. */
function parentsOf(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, from) => labels.slice(from).join("."));
}

function learn(host: string): HostFacts {
  const parents = parentsOf(host);
  const registrable = getDomain(host) ?? host;
  const known = parents.find((parent) => CLASS_OF_HOST.has(parent));
  const domainClass = known === undefined ? undefined : CLASS_OF_HOST.get(known);
  const label = host === registrable ? undefined : CLASS_OF_LABEL.get(host.split(".")[0] ?? "");
  const institution = parents.slice(1).some((parent) => SUFFIXES.has(parent)) ? "institution" : null;
  const ofSubdomain = known === registrable ? undefined : domainClass;
  const ofForum = label === "community" ? label : undefined;
  return {
    registrable,
    sections: CLASS_OF_PATH.flatMap(([site, start, of]) =>
      parents.includes(site) ? [[start, of] as const] : [],
    ),
    sure: ofSubdomain ?? ofForum ?? domainClass ?? institution,
    otherwise: label ?? "other",
  };
}

/** The facts of one host in lower case. The table of those seen is bounded, and never changes an outcome. */
export function hostFacts(host: string): HostFacts {
  const known = kept.get(host);
  if (known !== undefined) return known;
  const facts = learn(host);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(host, facts);
  return facts;
}
