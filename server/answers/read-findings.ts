import { and, asc, eq, isNotNull, isNull, or } from "drizzle-orm";
import { brand, citation, mention } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, ProjectId } from "@/server/kernel/id";
import type { AnswerBrand, AnswerCitation } from "./contract";

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
    })
    .from(brand)
    .leftJoin(
      mention,
      and(eq(mention.orgId, brand.orgId), eq(mention.brandId, brand.id), eq(mention.answerId, answerId)),
    )
    .where(
      and(
        eq(brand.orgId, orgId),
        eq(brand.projectId, projectId),
        or(isNull(brand.archivedAt), isNotNull(mention.answerId)),
      ),
    )
    .orderBy(asc(brand.kind), asc(brand.name), asc(brand.id));
  return rows.map(({ brandId, name, kind, archivedAt, spans, order, rank, confidence }) => ({
    brandId,
    name,
    own: kind === "own",
    archived: archivedAt !== null,
    mention:
      spans === null || order === null || confidence === null ? null : { spans, order, rank, confidence },
  }));
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
    })
    .from(citation)
    .leftJoin(brand, and(eq(brand.orgId, citation.orgId), eq(brand.id, citation.ownerBrandId)))
    .where(and(eq(citation.orgId, orgId), eq(citation.answerId, answerId)))
    .orderBy(asc(citation.ordinal));
  return rows.map(({ owner, ...row }) => ({
    ...row,
    owner: owner === null ? null : { name: owner.name, own: owner.kind === "own" },
  }));
}
