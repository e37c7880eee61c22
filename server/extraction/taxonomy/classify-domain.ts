import { getDomain } from "tldts";
import type { DomainClass } from "@/server/extraction/contract";
import { CLASS_OF_HOST } from "./domain-table";
import { CLASS_OF_LABEL, CLASS_OF_PATH, FORUM_PATH, INSTITUTION_SUFFIXES } from "./host-rules";

const SUFFIXES: ReadonlySet<string> = new Set(INSTITUTION_SUFFIXES);

/** A host and its parents, the longest first, down to its last label. */
function parentsOf(host: string): string[] {
  const labels = host.split(".");
  return labels.map((_, from) => labels.slice(from).join("."));
}

/**
 * What kind of site a page stands on: the project's own or a rival's by its owner, else by table and suffix. Always by whole
 * labels of the host: acme.com.evil.io is evil.io, and an unknown .org is `other`. `host` is in lower case, without "www.".
 */
export function classifyDomain(host: string, path: string, owner: "own" | "rival" | null): DomainClass {
  if (owner !== null) return owner;
  const parents = parentsOf(host);
  const section = CLASS_OF_PATH.find(
    ([site, start]) => parents.includes(site) && `${path}/`.startsWith(start),
  );
  if (section !== undefined) return section[2];
  const registrable = getDomain(host) ?? host;
  const known = parents.find((parent) => CLASS_OF_HOST.has(parent));
  const domainClass = known === undefined ? undefined : CLASS_OF_HOST.get(known);
  if (domainClass !== undefined && known !== registrable) return domainClass;
  const label = host === registrable ? undefined : CLASS_OF_LABEL.get(host.split(".")[0] ?? "");
  if (label === "community") return label;
  if (domainClass !== undefined) return domainClass;
  if (parents.slice(1).some((parent) => SUFFIXES.has(parent))) return "institution";
  if (FORUM_PATH.test(path)) return "community";
  return label ?? "other";
}
