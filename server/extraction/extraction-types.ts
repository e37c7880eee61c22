import type { StanceJudgement } from "./stance/stance-types";
import type { SourceClass } from "./taxonomy/classify-source";

/** A stretch of the original text in UTF-16 offsets, end exclusive: `text.slice(start, end)`. */
export type Span = { readonly start: number; readonly end: number };

/** A tracked brand as its project defines it. */
export type BrandDefinition = {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  readonly own: boolean;
};

/** How an engine attached a source: `cited` (the text leans on it) or `retrieved` (looked at only). */
export type SourceKind = "cited" | "retrieved";

/** `linked`: a link in the prose that isn't among the engine's own cited sources. */
export type CitationKind = "cited" | "linked" | "retrieved";

/** One source as an engine's parser hands it over. */
export type AnswerSource = {
  readonly url: string;
  readonly title: string | null;
  readonly kind: SourceKind;
  readonly ordinal: number;
  readonly spans: readonly Span[];
};

/** A brand named in the prose of an answer. `order` 1 = named first among the tracked brands. */
export type Mention = StanceJudgement & {
  readonly brandId: string;
  readonly spans: readonly Span[];
  readonly order: number;
  /** Position of its first recommended item among all items, tracked or not; null when it is no item. */
  readonly rank: number | null;
  /** Share of the answer's words that stand in sentences which name it, earlier ones weighing more; in (0, 1]. */
  readonly prominence: number;
  /** 0 to 1: how sure the rules are that this is a naming of this brand. */
  readonly confidence: number;
};

/** Why a hit was left undecided rather than forced into a yes or a no. */
export type AmbiguityReason = "ordinary_word" | "other_entity";

/** A brand whose name stands in the text only in ways that the rules can't settle. */
export type AmbiguousMention = {
  readonly brandId: string;
  readonly spans: readonly Span[];
  readonly reason: AmbiguityReason;
  /** 0 to 1, below a half: how sure the rules are that one of the spans is a naming after all. */
  readonly confidence: number;
};

/** A source of an answer, one entry a canonical URL. */
export type Citation = {
  readonly ordinal: number;
  readonly url: string;
  readonly canonicalUrl: string;
  /** Registrable domain by the public suffix list; the host itself where the list knows none. */
  readonly domain: string;
  readonly title: string | null;
  readonly kind: CitationKind;
  readonly ownerBrandId: string | null;
  readonly spans: readonly Span[];
};

/** A citation with what kind of site and of page it leads to. */
export type ClassifiedCitation = Citation & SourceClass;

/** Everything the rules read out of one answer. */
export type Extraction = {
  readonly extractorVersion: string;
  readonly brandSetVersion: string;
  readonly mentions: readonly Mention[];
  /** Not mentions: for the analysis model or a reviewer. */
  readonly ambiguous: readonly AmbiguousMention[];
  /** Names of made-up brands that it was taken to name: each is an error of the matcher. */
  readonly controls: readonly string[];
  readonly citations: readonly ClassifiedCitation[];
};
