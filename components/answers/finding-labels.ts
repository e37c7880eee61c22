import type { Tone } from "@/components/ui/badge";
import type { DomainClass, PageType, Stance } from "@/server/extraction/contract";

interface StanceLabel {
  readonly label: string;
  readonly tone: Tone;
}

/** The stances in words, in the order in which they are offered. */
export const STANCE_LABELS: Readonly<Record<Stance, StanceLabel>> = {
  recommended: { label: "Recommended", tone: "good" },
  listed: { label: "Listed", tone: "neutral" },
  neutral: { label: "Neutral", tone: "neutral" },
  cautioned: { label: "Cautioned", tone: "caution" },
  negative: { label: "Advised against", tone: "bad" },
};

/** Who judged, in words; the version stays with the answer's facts. */
export function judgedBy(by: string): string {
  if (by === "human") return "by a person";
  return by.startsWith("rules@") ? "by rules" : "by a model";
}

/** Kinds of sites, in the order in which they are offered. */
export const CLASS_LABELS: Readonly<Record<DomainClass, string>> = {
  own: "Own",
  rival: "Rival",
  editorial: "Editorial",
  reference: "Reference",
  community: "Community",
  review: "Reviews",
  video: "Video and audio",
  social: "Social network",
  retailer: "Retailer",
  institution: "Institution",
  other: "Other site",
};

export const PAGE_LABELS: Readonly<Record<PageType, string>> = {
  home: "Home page",
  product: "Product",
  category: "Category",
  listicle: "List",
  comparison: "Comparison",
  "how-to": "How-to",
  article: "Article",
  discussion: "Discussion",
  profile: "Profile",
  other: "Other page",
};

/** Why a name was left undecided, in words. */
export const UNDECIDED_REASONS: Readonly<Record<string, string>> = {
  ordinary_word: "also an ordinary word",
  other_entity: "may be another bearer of the name",
};
