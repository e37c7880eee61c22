import type { DomainClass, PageType } from "@/server/extraction/contract";
import {
  COMPARISON,
  DATED,
  HEADLINE,
  HOW_TO,
  LISTICLE,
  LOCALE,
  PATHS_OF_CLASS,
  SECTIONS,
} from "./page-rules";

const PUBLISHING: ReadonlySet<DomainClass> = new Set(["editorial", "reference", "institution", "review"]);

/** Of a last segment. */
const SEVERAL_WORDS = /\p{L}{3}[-_]|[-_]\p{L}{3}/u;

/** Words of an address: dashes, underscores and plus signs read as spaces. */
function wordsOf(path: string): string {
  return path.replace(/\.(?:html?|php|aspx?)$/u, "").replace(/[-_+/]+/gu, " ");
}

function byWords(words: string): PageType | null {
  if (COMPARISON.test(words)) return "comparison";
  if (LISTICLE.test(words)) return "listicle";
  return HOW_TO.test(words) ? "how-to" : null;
}

function bySection(segments: readonly string[]): PageType | null {
  for (const segment of segments) {
    const found = SECTIONS.find(([, pattern]) => pattern.test(segment));
    if (found !== undefined) return found[0];
  }
  return null;
}

/** A path without the slashes at its end; nothing where only an ending is left of it. */
function withoutEnd(path: string): string {
  if (path === ".htm" || path === ".html") return "";
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 0x2f) end -= 1;
  return path.slice(0, end);
}

/**
 * What kind of page an address is, from its path, its query and its title alone. `path` and `query` are decoded and in lower
 * case; what a site of this class calls its pages goes before words, words before sections.
 */
export function classifyPage(
  path: string,
  query: string,
  title: string | null,
  domainClass: DomainClass,
): PageType {
  const local = withoutEnd(path.replace(LOCALE, ""));
  if (local === "" && query === "") return "home";
  const own = PATHS_OF_CLASS[domainClass]?.find(([, pattern]) => pattern.test(`${local}${query}`));
  if (own !== undefined) return own[0];
  const told = byWords(wordsOf(local)) ?? (title === null ? null : byWords(title.toLowerCase()));
  if (told !== null) return told;
  const segments = local.split("/").filter((segment) => segment !== "");
  // "/products" lists them, "/products/x" is one.
  if (/^(?:products|produkte|produits|productos|prodotti|produtos)$/u.test(segments[0] ?? ""))
    return segments.length > 1 ? "product" : "category";
  const section = bySection(segments);
  if (section !== null) return section;
  if (DATED.test(local) || (HEADLINE.test(local) && domainClass !== "retailer")) return "article";
  if (domainClass === "retailer" && HEADLINE.test(local)) return "product";
  return PUBLISHING.has(domainClass) && SEVERAL_WORDS.test(segments.at(-1) ?? "") ? "article" : "other";
}
