import type { DomainClass, PageType } from "@/server/extraction/contract";
import { classifyDomain } from "./classify-domain";
import { classifyPage } from "./classify-page";
import { TAXONOMY_VERSION } from "./taxonomy-version";

/** Both levels of the taxonomy for one source, and the version that says so. */
export type SourceClass = {
  readonly domainClass: DomainClass;
  readonly pageType: PageType;
  readonly taxonomyVersion: string;
};

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).toLowerCase();
  } catch {
    return text.toLowerCase();
  }
}

/**
 * Classifies a source by its canonical address, its title and whose it is. An address that is no http(s) URL is `other`
 * twice. Pure; never throws.
 */
export function classifySource(
  url: string,
  title: string | null,
  owner: "own" | "rival" | null,
): SourceClass {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/u.test(parsed.protocol))
    return { domainClass: owner ?? "other", pageType: "other", taxonomyVersion: TAXONOMY_VERSION };
  const host = parsed.hostname.replace(/^www\./u, "").replace(/\.$/u, "");
  const path = decoded(parsed.pathname);
  const domainClass = classifyDomain(host, path, owner);
  const pageType = classifyPage(path, decoded(parsed.search), title, domainClass);
  return { domainClass, pageType, taxonomyVersion: TAXONOMY_VERSION };
}
