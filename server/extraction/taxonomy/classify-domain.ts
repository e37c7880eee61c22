import type { DomainClass } from "@/server/extraction/contract";
import { hostFacts } from "./host-facts";
import { FORUM_PATH } from "./host-rules";

/**
 * What kind of site a page stands on: the project's own or a rival's by its owner, else by table and suffix. Always by whole
 * labels of the host: acme.com.evil.io is evil.io, and an unknown .org is `other`. `host` is in lower case, without "www.".
 */
export function classifyDomain(host: string, path: string, owner: "own" | "rival" | null): DomainClass {
  if (owner !== null) return owner;
  const { sections, sure, otherwise } = hostFacts(host);
  const section = sections.find(([start]) => `${path}/`.startsWith(start));
  if (section !== undefined) return section[1];
  return sure ?? (FORUM_PATH.test(path) ? "community" : otherwise);
}
