export { canonicalUrl } from "./citations/canonical-url";
export { extractAnswer } from "./extract-answer";
export type {
  AmbiguityReason,
  AmbiguousMention,
  AnswerSource,
  BrandDefinition,
  Citation,
  CitationKind,
  Extraction,
  Mention,
  SourceKind,
  Span,
} from "./extraction-types";
export { EXTRACTOR_VERSION } from "./extractor-version";
export { brandNameProblem } from "./matching/brand-name-problem";
export { type BrandSet, compileBrandSet } from "./matching/compile-brand-set";
export { foldName } from "./normalise/fold-name";
