import type { BrandId } from "@/server/kernel/id";
import type { Verdict } from "./contract";
import type { Fact, MentionRow } from "./fact-rows";

/** Who a fact of a decision is by. */
export const HUMAN = "human";

export interface Decision {
  readonly orgId: string;
  readonly answerId: string;
  /** Null: the question is about the whole answer. */
  readonly brandId: BrandId | null;
  readonly verdict: Verdict;
  /** Whose name it is instead, or which brands were missed. */
  readonly brandIds: readonly BrandId[];
  /** Where the name stood when the item was made. */
  readonly spans: MentionRow["spans"];
}

/** The brands whose rows a decision may change. */
export function brandsOf({ brandId, brandIds }: Pick<Decision, "brandId" | "brandIds">): BrandId[] {
  return [...new Set([...(brandId === null ? [] : [brandId]), ...brandIds])];
}

/**
 * What all mentions and undecided names of the answer are after the decision; null where a stance is decided of a brand
 * that is no mention any more. Other brands' rows, their order of naming included, stay as they are.
 */
export function decidedFact(before: Fact, decision: Decision): Fact | null {
  const { brandId, verdict, brandIds } = decision;
  if (brandId === null) return brandIds.reduce((fact, each) => named(fact, each, [], decision), before);
  const spans = before.mentions.find((row) => row.brand_id === brandId)?.spans ?? decision.spans;
  switch (verdict) {
    case "yes":
      return named(before, brandId, spans, decision);
    case "no":
      return without(before, brandId);
    case "other":
      return brandIds.reduce((fact, each) => named(fact, each, spans, decision), without(before, brandId));
    default:
      if (!before.mentions.some((row) => row.brand_id === brandId)) return null;
      return {
        ...before,
        mentions: before.mentions.map((row) =>
          row.brand_id === brandId
            ? { ...row, stance: verdict, stance_confidence: 1, stance_by: HUMAN }
            : row,
        ),
      };
  }
}

function without({ mentions, undecided }: Fact, brandId: BrandId): Fact {
  return {
    mentions: mentions.filter((row) => row.brand_id !== brandId),
    undecided: undecided.filter((row) => row.brand_id !== brandId),
  };
}

/** A mention that is there keeps its place and its stance; a new one has neither rank, prominence nor stance. */
function named(
  fact: Fact,
  brandId: BrandId,
  spans: MentionRow["spans"],
  { orgId, answerId }: Decision,
): Fact {
  const sure = { confidence: 1, judged_by: HUMAN };
  if (fact.mentions.some((row) => row.brand_id === brandId))
    return {
      ...fact,
      mentions: fact.mentions.map((row) => (row.brand_id === brandId ? { ...row, ...sure } : row)),
    };
  const start = spans[0]?.start ?? Number.POSITIVE_INFINITY;
  const earlier = fact.mentions.filter((row) => (row.spans[0]?.start ?? 0) < start).length;
  const unjudged = { rank: null, prominence: null, stance: null, stance_confidence: null, stance_by: null };
  const row: MentionRow = {
    org_id: orgId,
    answer_id: answerId,
    brand_id: brandId,
    spans,
    naming_order: earlier + 1,
    ...unjudged,
    ...sure,
  };
  const mentions = [...fact.mentions, row].toSorted((a, b) => (a.brand_id < b.brand_id ? -1 : 1));
  return { ...fact, mentions };
}
