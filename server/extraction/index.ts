export { canonicalUrl } from "./citations/canonical-url";
export {
  DOMAIN_CLASSES,
  type DomainClass,
  PAGE_TYPES,
  type PageType,
  STANCES,
  type Stance,
} from "./contract";
export { controlBrands } from "./controls/control-brands";
export { type DiscoveredBrand, discoverBrands } from "./discovery/discover-brands";
export { type CitedSource, mostCitedSources } from "./discovery/most-cited-sources";
export { extractAnswer } from "./extract-answer";
export type {
  AmbiguityReason,
  AmbiguousMention,
  AnswerSource,
  BrandDefinition,
  Citation,
  CitationKind,
  ClassifiedCitation,
  Extraction,
  Mention,
  SourceKind,
  Span,
} from "./extraction-types";
export { EXTRACTOR_VERSION } from "./extractor-version";
export { brandNameProblem } from "./matching/brand-name-problem";
export { type BrandSet, compileBrandSet } from "./matching/compile-brand-set";
export { withoutLegalForm } from "./matching/legal-suffixes";
export { foldName } from "./normalise/fold-name";
export {
  mentionOfPassage,
  type StanceOutcome,
  type StancePassage,
  type StanceScore,
  scoreStances,
} from "./stance/measure-stance";
export { sentenceAround } from "./stance/sentence-bounds";
export { STANCE_RULES_VERSION } from "./stance/stance-version";
export { classifySource, type SourceClass } from "./taxonomy/classify-source";
export { CLASS_OF_HOST } from "./taxonomy/domain-table";
export { TAXONOMY_VERSION } from "./taxonomy/taxonomy-version";
