import {
  type AnswerSource,
  type BrandSet,
  type Citation,
  type DomainClass,
  extractAnswer,
  type PageType,
  type Span,
  type Stance,
} from "@/server/extraction";
import type { AnswerInput } from "./read-inputs";

/** What the extractor reads out of one answer, as one line of a file of predictions. Offsets are UTF-16 units. */
export interface Prediction {
  readonly id: string;
  readonly mentions: readonly {
    readonly brand: string;
    readonly rank: number | null;
    readonly stance: Stance;
    readonly spans: readonly Span[];
  }[];
  readonly ambiguous: readonly {
    readonly brand: string;
    readonly reason: string;
    readonly spans: readonly Span[];
  }[];
  readonly citations: readonly {
    readonly url: string;
    readonly domain: string;
    readonly kind: Citation["kind"];
    readonly class: DomainClass;
    readonly page: PageType;
  }[];
}

function sourcesOf({ sources }: AnswerInput): AnswerSource[] {
  return (sources ?? []).map((source, index) => {
    const { url, title, kind } =
      typeof source === "string" ? { url: source, title: null, kind: "cited" as const } : source;
    return { url, title: title ?? null, kind, ordinal: index + 1, spans: [] };
  });
}

/** Reads one answer. Brands are known by the ids of the set, which are the names of the file. Pure. */
export function predict(answer: AnswerInput, brandSet: BrandSet): Prediction {
  const { mentions, ambiguous, citations } = extractAnswer({
    text: answer.text,
    sources: sourcesOf(answer),
    brandSet,
    prompt: answer.prompt ?? null,
  });
  return {
    id: answer.id,
    mentions: mentions.map(({ brandId, rank, stance, spans }) => ({ brand: brandId, rank, stance, spans })),
    ambiguous: ambiguous.map(({ brandId, reason, spans }) => ({ brand: brandId, reason, spans })),
    citations: citations.map(({ canonicalUrl, domain, kind, domainClass, pageType }) => ({
      url: canonicalUrl,
      domain,
      kind,
      class: domainClass,
      page: pageType,
    })),
  };
}
