import type { MarketBrand } from "./market";
import { localPages } from "./market-sources-abroad";
import type { AnswerLanguage } from "./prompt-language";
import type { SeededRandom } from "./seeded-random";

/** Kinds of other people's pages; which of them an engine leans on is a trait of it. */
export type SourceClass =
  | "review"
  | "guide"
  | "forum"
  | "shop"
  | "advice"
  | "news"
  | "social"
  | "video"
  | "wiki";

export interface SourcePage {
  readonly host: string;
  readonly path: string;
  readonly title: string;
}

export interface ClassedPage extends SourcePage {
  readonly kind: SourceClass;
}

/** How often a page of each kind stands in an engine's reading, against the others; none for a kind that isn't named. */
export type SourceTaste = Readonly<Partial<Record<SourceClass, number>>>;

const englishPages: readonly ClassedPage[] = [
  page("review", "deskreview.example", "/best-standing-desks", "The best standing desks, tested"),
  page("review", "deskreview.example", "/stability-test", "Standing desk stability test: 24 frames"),
  page("guide", "ergoweekly.example", "/guides/sit-stand", "Sit-stand desks: a buyer's guide"),
  page("guide", "ergoweekly.example", "/news/warranties-compared", "Desk warranties compared"),
  page("review", "workspacelab.example", "/reviews/standing-desks", "Standing desk reviews | Workspace Lab"),
  page("forum", "forum.sitstand.example", "/t/which-desk-to-buy/48213", "Which desk to buy? (forum)"),
  page("guide", "buyersalmanac.example", "/furniture/desks/electric", "Electric desks – Buyers' Almanac"),
  page("news", "homeofficepost.example", "/2026/quiet-desks", "The quietest desks of the year"),
  page("advice", "spineclinic.example", "/advice/standing-at-work", "Standing at work: what helps"),
  page("shop", "market.example", "/c/standing-desks", "Standing desks: prices and stock"),
  page("social", "chirp.example", "/deskhunter/status/90417", "deskhunter: two years with the same frame"),
  page("social", "chirp.example", "/ergo_ada/status/77120", "Ada on wobble, with a video"),
  page("social", "boards.example", "/r/desks/comments/1f2k", "What did you buy, and would you again?"),
  page("video", "clips.example", "/watch/k7Qe2", "Five standing desks after a year"),
  page("video", "clips.example", "/watch/p0Lw9", "Is a dual motor worth it?"),
  page("wiki", "openwiki.example", "/wiki/Standing_desk", "Standing desk – Openwiki"),
];

/** A bit of everything that is written to help a buyer. */
export const everydayTaste: SourceTaste = { review: 1, guide: 1, forum: 1, news: 1, advice: 1, shop: 1 };

/**
 * The pages that an engine of that taste picks from, in the language of the answer: each as often as its kind weighs.
 * Throws for a taste that has no page in that language.
 */
export function pagesFor(
  taste: SourceTaste,
  language: AnswerLanguage,
): readonly [SourcePage, ...SourcePage[]] {
  const known = language === "en" ? englishPages : localPages[language];
  const [first, ...rest] = known.flatMap((one) => Array<SourcePage>(taste[one.kind] ?? 0).fill(one));
  if (!first) throw new Error(`no page in "${language}" for an engine's taste`);
  return [first, ...rest];
}

/** A page of the brand's own site. */
export function brandPage(brand: MarketBrand, random: SeededRandom): SourcePage {
  const product = random.pick(brand.products);
  const slug = product
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-");
  return {
    host: brand.domains[0],
    path: `/products/${slug}`,
    title: `${brand.name} ${product} | Official site`,
  };
}

/** What an engine adds to the pages' urls: a query of its own, or the passage that it means. */
export type UrlMark = { readonly share: number } & (
  | { readonly kind: "query"; readonly query: string }
  | { readonly kind: "passage" }
);

/** The page's url as an engine would write it: with and without www, with its mark now and then. */
export function urlOf(page: SourcePage, mark: UrlMark, random: SeededRandom): string {
  const www = page.host.split(".").length === 2 && random.chance(0.35) ? "www." : "";
  const slash = random.chance(0.1) ? "/" : "";
  const base = `https://${www}${page.host}${page.path}${slash}`;
  if (!random.chance(mark.share)) return base;
  return mark.kind === "query"
    ? `${base}?${mark.query}`
    : `${base}#:~:text=${encodeURIComponent(page.title.slice(0, 18))}`;
}

function page(kind: SourceClass, host: string, path: string, title: string): ClassedPage {
  return { kind, host, path, title };
}
