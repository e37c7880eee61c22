import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId } from "@/server/kernel/id";

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A row of tracking.mention, by its columns. */
export interface MentionRow {
  readonly org_id: string;
  readonly answer_id: string;
  readonly brand_id: string;
  readonly spans: readonly Span[];
  readonly naming_order: number;
  readonly rank: number | null;
  readonly prominence: number | null;
  readonly confidence: number;
  readonly stance: string | null;
  readonly stance_confidence: number | null;
  readonly stance_by: string | null;
  readonly judged_by: string | null;
}

/** A row of tracking.ambiguous_mention, by its columns. */
export interface UndecidedRow {
  readonly brand_id: string;
  readonly spans: readonly Span[];
}

/** What stands of some brands in one answer: all columns of their rows, in the order of the brands. */
export interface Fact {
  readonly mentions: readonly MentionRow[];
  readonly undecided: readonly UndecidedRow[];
}

/** Every mention and undecided name of the answer. The caller holds the lock of its items. */
export async function readFact(tx: TenantTransaction, answerId: AnswerId): Promise<Fact> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ mentions: MentionRow[]; undecided: UndecidedRow[] }>(sql`
    select
      (select coalesce(jsonb_agg(to_jsonb(m) order by m.brand_id), '[]') from tracking.mention m
        where m.org_id = ${orgId} and m.answer_id = ${answerId}) as mentions,
      (select coalesce(jsonb_agg(to_jsonb(u) order by u.brand_id), '[]') from tracking.ambiguous_mention u
        where u.org_id = ${orgId} and u.answer_id = ${answerId}) as undecided`);
  return rows[0] ?? { mentions: [], undecided: [] };
}

/** What a decision put into `fact_before` or `fact_after`: rows as the database wrote them. */
export function factIn(column: object): Fact {
  return column as Fact;
}

/** The part of a fact that is about these brands. */
export function factOf({ mentions, undecided }: Fact, brandIds: readonly string[]): Fact {
  return {
    mentions: mentions.filter((row) => brandIds.includes(row.brand_id)),
    undecided: undecided.filter((row) => brandIds.includes(row.brand_id)),
  };
}

/** Puts `fact` in place of all that stands of these brands in the answer. */
export async function writeFact(
  tx: TenantTransaction,
  answerId: AnswerId,
  brandIds: readonly BrandId[],
  { mentions, undecided }: Fact,
): Promise<void> {
  const { orgId } = requireContext();
  const about = sql`org_id = ${orgId} and answer_id = ${answerId}
    and brand_id in (select value::uuid from jsonb_array_elements_text(${JSON.stringify(brandIds)}::jsonb))`;
  await tx.execute(sql`delete from tracking.mention where ${about}`);
  await tx.execute(sql`delete from tracking.ambiguous_mention where ${about}`);
  await tx.execute(sql`insert into tracking.mention
    select * from jsonb_populate_recordset(null::tracking.mention, ${JSON.stringify(mentions)}::jsonb)`);
  await tx.execute(sql`insert into tracking.ambiguous_mention
    select * from jsonb_populate_recordset(null::tracking.ambiguous_mention, ${JSON.stringify(undecided)}::jsonb)`);
}
