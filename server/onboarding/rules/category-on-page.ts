import { foldName } from "@/server/extraction";
import { titleParts } from "./brand-on-page";
import type { SiteLanguage } from "./languages/site-language";
import { entitiesOf, isOneOf, textsOf } from "./linked-data";
import type { PageFacts } from "./read-page";

const PRODUCTS = new Set([
  "Product",
  "ProductGroup",
  "Service",
  "SoftwareApplication",
  "WebApplication",
  "MobileApplication",
]);
const LONGEST = 60;
const MOST_WORDS = 5;

/**
 * What the brand is in, in the page's own few words: "standing desks"; "" where the page doesn't say. Tried in turn: what a
 * description says that the brand is, its title beside the name, its first headings, its keywords, its products' category.
 */
export function categoryOnPage(page: PageFacts, names: readonly string[], language: SiteLanguage): string {
  const descriptions = ["description", "og:description", "twitter:description"].flatMap(
    (name) => page.meta.get(name) ?? [],
  );
  const titles = [page.title, page.meta.get("og:title") ?? ""].flatMap(titleParts);
  const products = entitiesOf(page.linkedData).filter((entity) => isOneOf(entity, PRODUCTS));
  const keywords = (page.meta.get("keywords") ?? "").split(/[,;]/).slice(0, 6);
  const tried = [
    ...descriptions.flatMap((text) => whatItIs(text, names, language)),
    ...titles,
    ...products.flatMap(({ category, serviceType }) => [
      ...textsOf(serviceType),
      ...textsOf(category).map(lastOfPath),
    ]),
    ...whatItIs(page.text.slice(0, 3_000), names, language),
    ...keywords,
    ...page.headings.slice(0, 3),
    ...products.flatMap(({ applicationCategory, applicationSubCategory }) => [
      ...textsOf(applicationSubCategory),
      ...textsOf(applicationCategory).map(unglued),
    ]),
  ];
  for (const words of tried) {
    const category = asCategory(words, names, language);
    if (category !== null) return category;
  }
  return "";
}

/** "Halvorn makes standing desks for …": what follows the name and the verb. */
function whatItIs(text: string, names: readonly string[], language: SiteLanguage): string[] {
  const name = names.map(escaped).join("|");
  const said = new RegExp(
    `(?:^|[^\\p{L}\\p{N}])(?:${name})\\s+(?:${language.isA.join("|")})(?:\\s+|(?<=['’]))([^.!?;:|–—]{3,160})`,
    "iu",
  ).exec(text);
  return said?.[1] === undefined ? [] : [said[1]];
}

/** The words cut to what is asked for, or null where they say nothing: a slogan, a greeting, the brand itself. */
function asCategory(words: string, names: readonly string[], language: SiteLanguage): string | null {
  const folded = new Set(names.map(foldName));
  let text = words.split(/[.!?;:()|–—/]|\s-\s/u)[0]?.trim() ?? "";
  const end = language.endsCategory.map(escaped).join("|");
  text = text.split(new RegExp(`\\s+(?:${end})(?:\\s|$)`, "iu"))[0]?.trim() ?? "";
  // "Comfortable, sustainable shoes" is one thing; a list that goes on is cut after its first.
  if (text.split(" ").length > MOST_WORDS) text = text.split(",")[0]?.trim() ?? "";
  text = lowered(withoutPraise(text, language)).replace(/,$/, "");
  if (text.length < 3 || text.length > LONGEST || text.split(" ").length > MOST_WORDS) return null;
  if (!/\p{L}{2}/u.test(text) || /[<>{}\uFFFD]/.test(text)) return null;
  if (language.empty.includes(text.toLowerCase()) || folded.has(foldName(text))) return null;
  const named = names.some((name) => ` ${foldName(text)} `.includes(` ${foldName(name)} `));
  return named ? null : text;
}

function withoutPraise(text: string, { praise }: SiteLanguage): string {
  const words = text.split(" ");
  while (words.length > 1 && praise.includes((words[0] ?? "").toLowerCase().replace(/’/g, "'")))
    words.shift();
  return words.join(" ").replace(/^[ld]['’]/i, "");
}

/** Words as inside a sentence: "Standing Desks" → "standing desks"; what is written all or partly in capitals stays. */
function lowered(text: string): string {
  return text
    .split(" ")
    .map((word) => (/^\p{Lu}\p{Ll}+,?$/u.test(word) ? word.toLowerCase() : word))
    .join(" ");
}

/** "Furniture > Desks > Standing desks" → "Standing desks". */
function lastOfPath(path: string): string {
  return path.split(/[>/]/).at(-1)?.trim() ?? path;
}

/** "BusinessApplication" → "Business": the kinds of schema.org. */
function unglued(kind: string): string {
  return /^[A-Z][a-z]+Application$/.test(kind) ? "" : kind;
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
