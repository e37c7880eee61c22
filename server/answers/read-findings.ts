import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { ambiguousMention, brand, citation, mention } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { Stance } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, ProjectId } from "@/server/kernel/id";
import type { AnswerBrand, AnswerCitation, Span } from "./contract";
import { readDeciders } from "./read-deciders";

/** Every brand of the project with its mention in the answer; one that was put away only when it is named. */
export async function readAnswerBrands(
  tx: TenantTransaction,
  projectId: ProjectId,
  answerId: AnswerId,
): Promise<AnswerBrand[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      brandId: brand.id,
      name: brand.name,
      kind: brand.kind,
      archivedAt: brand.archivedAt,
      spans: mention.spans,
      order: mention.order,
      rank: mention.rank,
      confidence: mention.confidence,
      stance: mention.stance,
      stanceConfidence: mention.stanceConfidence,
      stanceBy: mention.stanceBy,
      undecidedSpans: ambiguousMention.spans,
      undecidedReason: ambiguousMention.reason,
      undecidedConfidence: ambiguousMention.confidence,
    })
    .from(brand)
    .leftJoin(
      mention,
      and(eq(mention.orgId, brand.orgId), eq(mention.brandId, brand.id), eq(mention.answerId, answerId)),
    )
    .leftJoin(
      ambiguousMention,
      and(
        eq(ambiguousMention.orgId, brand.orgId),
        eq(ambiguousMention.brandId, brand.id),
        eq(ambiguousMention.answerId, answerId),
      ),
    )
    .where(
      and(
        eq(brand.orgId, orgId),
        eq(brand.projectId, projectId),
        or(isNull(brand.archivedAt), isNotNull(mention.answerId), isNotNull(ambiguousMention.answerId)),
      ),
    )
    .orderBy(asc(brand.kind), asc(brand.name), asc(brand.id))
    .prepare("read_answer_brands")
    .execute();
  const deciders = await readDeciders(tx, answerId);
  return rows.map(({ brandId, name, kind, archivedAt, ...found }) => ({
    brandId,
    name,
    own: kind === "own",
    archived: archivedAt !== null,
    mention: mentionOf(found),
    undecided: undecidedOf(found),
    deciders: deciders.get(brandId) ?? [],
  }));
}

interface Found {
  readonly spans: readonly Span[] | null;
  readonly order: number | null;
  readonly rank: number | null;
  readonly confidence: number | null;
  readonly stance: Stance | null;
  readonly stanceConfidence: number | null;
  readonly stanceBy: string | null;
  readonly undecidedSpans: readonly Span[] | null;
  readonly undecidedReason: string | null;
  readonly undecidedConfidence: number | null;
}

function mentionOf({ spans, order, rank, confidence, ...judged }: Found): AnswerBrand["mention"] {
  if (spans === null || order === null || confidence === null) return null;
  const { stance, stanceConfidence, stanceBy } = judged;
  const said =
    stance === null || stanceConfidence === null || stanceBy === null
      ? null
      : { stance, confidence: stanceConfidence, by: stanceBy };
  return { spans, order, rank, confidence, stance: said };
}

/** What was undecided when the answer was read, unless it became a mention since. */
function undecidedOf(found: Found): AnswerBrand["undecided"] {
  if (found.spans !== null) return null;
  const { undecidedSpans: spans, undecidedReason: reason, undecidedConfidence: confidence } = found;
  return spans === null || reason === null || confidence === null ? null : { spans, reason, confidence };
}

/** The answer's sources in their order, each with the brand that owns its domain. */
export async function readAnswerCitations(
  tx: TenantTransaction,
  answerId: AnswerId,
): Promise<AnswerCitation[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      ordinal: citation.ordinal,
      url: citation.url,
      domain: citation.domain,
      title: citation.title,
      kind: citation.kind,
      owner: { name: brand.name, kind: brand.kind },
      spans: citation.spans,
      domainClass: citation.domainClass,
      pageType: citation.pageType,
      taxonomyVersion: citation.taxonomyVersion,
    })
    .from(citation)
    .leftJoin(brand, and(eq(brand.orgId, citation.orgId), eq(brand.id, citation.ownerBrandId)))
    .where(and(eq(citation.orgId, orgId), eq(citation.answerId, answerId)))
    .orderBy(asc(citation.ordinal))
    .prepare("read_answer_citations")
    .execute();
  return rows.map(({ owner, domainClass, pageType, taxonomyVersion, ...row }) => ({
    ...row,
    sourceClass:
      domainClass === null || pageType === null || taxonomyVersion === null
        ? null
        : { domainClass, pageType, taxonomyVersion },
    owner: owner === null ? null : { name: owner.name, own: owner.kind === "own" },
  }));
}
