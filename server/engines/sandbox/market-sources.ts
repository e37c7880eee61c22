import type { MarketBrand } from "./market";
import type { SeededRandom } from "./seeded-random";

export interface SourcePage {
  readonly host: string;
  readonly path: string;
  readonly title: string;
}

/** Pages of other people that engines lean on in the made-up market: reviews, a forum, a shop, an encyclopedia. */
export const reviewPages: readonly SourcePage[] = [
  { host: "deskreview.example", path: "/best-standing-desks", title: "The best standing desks, tested" },
  { host: "deskreview.example", path: "/stability-test", title: "Standing desk stability test: 24 frames" },
  { host: "ergoweekly.example", path: "/guides/sit-stand", title: "Sit-stand desks: a buyer's guide" },
  { host: "ergoweekly.example", path: "/news/warranties-compared", title: "Desk warranties compared" },
  {
    host: "workspacelab.example",
    path: "/reviews/standing-desks",
    title: "Standing desk reviews | Workspace Lab",
  },
  { host: "forum.sitstand.example", path: "/t/which-desk-to-buy/48213", title: "Which desk to buy? (forum)" },
  {
    host: "buyersalmanac.example",
    path: "/furniture/desks/electric",
    title: "Electric desks – Buyers' Almanac",
  },
  { host: "homeofficepost.example", path: "/2026/quiet-desks", title: "The quietest desks of the year" },
  { host: "spineclinic.example", path: "/advice/standing-at-work", title: "Standing at work: what helps" },
  { host: "market.example", path: "/c/standing-desks", title: "Standing desks: prices and stock" },
];

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

/** The page's url as this engine would write it: with and without www, tracking parameters, a text fragment. */
export function urlOf(page: SourcePage, engineId: string, random: SeededRandom): string {
  const www = page.host.split(".").length === 2 && random.chance(0.35) ? "www." : "";
  const slash = random.chance(0.1) ? "/" : "";
  const base = `https://${www}${page.host}${page.path}${slash}`;
  if (engineId === "chatgpt") return random.chance(0.6) ? `${base}?utm_source=openai` : base;
  return random.chance(0.3) ? `${base}#:~:text=${encodeURIComponent(page.title.slice(0, 18))}` : base;
}
