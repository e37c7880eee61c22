import type { Extraction } from "@/server/extraction";
import type { AnswerId, OrgId } from "@/server/kernel/id";

/** What was read out of an answer as rows of its tables. Keys are the columns' names. Pure. */
export function findingRows(org_id: OrgId, answer_id: AnswerId, found: Extraction) {
  return {
    mentions: found.mentions.map((mention) => ({
      org_id,
      answer_id,
      brand_id: mention.brandId,
      spans: mention.spans,
      naming_order: mention.order,
      rank: mention.rank,
      prominence: mention.prominence,
      confidence: mention.confidence,
      stance: mention.stance,
      stance_confidence: mention.stanceConfidence,
      stance_by: mention.stanceBy,
    })),
    citations: found.citations.map((citation, index) => ({
      org_id,
      answer_id,
      ordinal: index + 1,
      url: citation.url,
      canonical_url: citation.canonicalUrl,
      domain: citation.domain,
      title: citation.title,
      kind: citation.kind,
      owner_brand_id: citation.ownerBrandId,
      spans: citation.spans,
      domain_class: citation.domainClass,
      page_type: citation.pageType,
      taxonomy_version: citation.taxonomyVersion,
    })),
    ambiguous: found.ambiguous.map(({ brandId, ...undecided }) => ({
      org_id,
      answer_id,
      brand_id: brandId,
      ...undecided,
      extractor_version: found.extractorVersion,
    })),
  };
}
