import type { BrandSet } from "@/server/extraction/matching/compile-brand-set";

/**
 * The brand that owns a host: an owned domain equal to it or to one of its parents, the longest first.
 * Never by substring: notacme.com and acme.com.evil.io don't belong to the owner of acme.com.
 */
export function ownerOfHost(host: string, brandSet: BrandSet): string | null {
  const labels = host
    .toLowerCase()
    .replace(/\.$/u, "")
    .replace(/^www\./u, "")
    .split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const brand = brandSet.domains.get(labels.slice(from).join("."));
    if (brand !== undefined) return brandSet.brands[brand]?.id ?? null;
  }
  return null;
}
