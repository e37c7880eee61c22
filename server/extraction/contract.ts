/** How an answer speaks of a brand that it names; the labelling guideline defines each. */
export const STANCES = ["recommended", "listed", "neutral", "cautioned", "negative"] as const;
export type Stance = (typeof STANCES)[number];

/** What a source's site is, seen from the project: whose it is, or else what kind of site. */
export const DOMAIN_CLASSES = [
  "own",
  "rival",
  "editorial",
  "reference",
  "community",
  "review",
  "video",
  "social",
  "retailer",
  "institution",
  "other",
] as const;
export type DomainClass = (typeof DOMAIN_CLASSES)[number];

/** What a source's page is. */
export const PAGE_TYPES = [
  "home",
  "product",
  "category",
  "listicle",
  "comparison",
  "how-to",
  "article",
  "discussion",
  "profile",
  "other",
] as const;
export type PageType = (typeof PAGE_TYPES)[number];
