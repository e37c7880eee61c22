import slugify from "@sindresorhus/slugify";

const LONGEST = 40;

/**
 * A name as a part of an address: lower-case ASCII letters, digits and hyphens, at most 40 of them, "untitled" when the
 * name has none. With a number at its end where `taken` holds it already.
 */
export function slugOf(name: string, taken: ReadonlySet<string>): string {
  const slug = slugify(name, { decamelize: false }).slice(0, LONGEST).replace(/-+$/, "") || "untitled";
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) {
    const numbered = `${slug}-${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}
