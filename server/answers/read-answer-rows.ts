import { type SQL, sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import type { AnswerRow } from "./contract";
import { isoUtc } from "./iso-utc";
import { makeSnippet } from "./make-snippet";
import { planSearch, type SearchPlan } from "./search-plan";

interface Row {
  readonly answerId: AnswerId;
  readonly observedAt: string;
  readonly prompt: string;
  readonly engineId: string;
  readonly surface: AnswerRow["surface"];
  readonly state: AnswerRow["state"];
  readonly sandbox: boolean;
  readonly brands: readonly { readonly name: string; readonly own: boolean; readonly rank: number | null }[];
  readonly cited: number;
  readonly piece: string;
  /** Where in the text the piece begins, from 1. */
  readonly at: number;
}

/** Characters of the text that a snippet is made from, and how many of them before the first sought word. */
const PIECE = 420;
const BEFORE = 70;

/** What the list shows of these answers, in the order of `answerIds` (at most a few hundred). */
export async function readAnswerRows(
  tx: TenantTransaction,
  answerIds: readonly AnswerId[],
  query: string | undefined,
): Promise<AnswerRow[]> {
  const { orgId } = requireContext();
  const plan = query === undefined ? null : planSearch(query);
  const sought = plan === null || plan.sought.length === 0 ? "" : `_${plan.by}`;
  const rows = await runNamed<Row>(
    tx,
    `read_answer_rows${sought}`,
    sql`
    select a.id as "answerId", ${isoUtc(sql`a.observed_at`)} as "observedAt", p.text as prompt,
      a.engine_id as "engineId", a.surface, a.state, a.sandbox,
      coalesce((select jsonb_agg(jsonb_build_object('name', b.name, 'own', b.kind = 'own', 'rank', m.rank)
                                 order by m.naming_order)
                from tracking.mention m join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id
                where m.org_id = a.org_id and m.answer_id = a.id), '[]') as brands,
      (select count(*)::int from tracking.citation c
       where c.org_id = a.org_id and c.answer_id = a.id and c.kind = 'cited') as cited,
      found.at, substring(a.text from found.at for ${PIECE}) as piece
    from tracking.answer a
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
    cross join lateral (select greatest(1, ${firstFound(plan)} - ${BEFORE}) as at) found
    where a.org_id = ${orgId} and a.id = any(${sql.param(answerIds)}::uuid[])
    order by array_position(${sql.param(answerIds)}::uuid[], a.id)`,
  );
  return rows.map(({ engineId, brands, piece, at, ...row }) => {
    const own = brands.find((brand) => brand.own);
    return {
      ...row,
      engine: findEngine(engineId)?.label ?? engineId,
      own: { named: own !== undefined, rank: own?.rank ?? null },
      rivals: brands.filter((brand) => !brand.own).map(({ name }) => name),
      snippet: makeSnippet(piece, at > 1, plan),
    };
  });
}

/** Where the first sought word stands in the text, from 1; 0 when it doesn't. The words hold no sign of a pattern. */
function firstFound(plan: SearchPlan | null): SQL {
  if (plan === null || plan.sought.length === 0) return sql`0`;
  if (plan.by === "substring") return sql`strpos(lower(a.text), ${plan.sought[0]})`;
  return sql`regexp_instr(a.text, ${`\\m(${plan.sought.join("|")})\\M`}, 1, 1, 0, 'i')`;
}
