import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { isShown, windowBounds, windowOf } from "@/server/metrics";
import { sameQuestion } from "./answer-conditions";
import type { AnswerCell, CellAnswer } from "./contract";
import { isoUtc } from "./iso-utc";

/** How many answers of the window the strip shows. */
const STRIP = 200;

type Repeat = Omit<CellAnswer, "shown"> & Record<string, unknown>;
type Neighbours = { readonly previous: AnswerId | null; readonly next: AnswerId | null };

/**
 * The other answers of the same cell (prompt × engine × surface × locale, made-up ones apart from real ones): the ones
 * just before and after, and all of the answer's window. The question is the same in whichever version of the panel.
 */
export async function readCell(
  tx: TenantTransaction,
  answerId: AnswerId,
  observedAt: Date,
): Promise<AnswerCell> {
  const { orgId } = requireContext();
  const window = windowOf(observedAt);
  const { from, until } = windowBounds(window);
  const cell = sql`
    with this as materialized (
      select w.*, k.locale from tracking.answer w
      join tracking.ask k on k.org_id = w.org_id and k.id = w.ask_id
      where w.org_id = ${orgId} and w.id = ${answerId}
    ), cell as (
      select a.* from this
      join tracking.answer a on a.org_id = this.org_id and a.project_id = this.project_id
        and a.engine_id = this.engine_id and a.surface = this.surface and a.sandbox = this.sandbox
      join tracking.ask k on k.org_id = a.org_id and k.id = a.ask_id and k.locale = this.locale
      where a.prompt_id in (${sameQuestion(sql`this.prompt_id`)})
    )`;
  const neighbours = await tx.execute<Neighbours>(sql`${cell}
    select
      (select c.id from cell c where (c.observed_at, c.id) < (this.observed_at, this.id)
       order by c.observed_at desc, c.id desc limit 1) as previous,
      (select c.id from cell c where (c.observed_at, c.id) > (this.observed_at, this.id)
       order by c.observed_at, c.id limit 1) as next
    from this`);
  const { rows } = await tx.execute<Repeat>(sql`${cell}
    select c.id as "answerId", ${isoUtc(sql`c.observed_at`)} as "observedAt", c.state,
      exists (select from tracking.mention m
              join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id and b.kind = 'own'
              where m.org_id = c.org_id and m.answer_id = c.id) as named
    from cell c
    where c.observed_at >= ${from.toISOString()}::timestamptz and c.observed_at < ${until.toISOString()}::timestamptz
    order by c.observed_at, c.id`);
  const repeats = rows.map((repeat) => ({ ...repeat, shown: isShown(repeat.state) }));
  const shown = repeats.filter((repeat) => repeat.shown);
  const { previous = null, next = null } = neighbours.rows[0] ?? {};
  return {
    previous,
    next,
    window,
    repeats: repeats.slice(0, STRIP),
    counts: {
      answers: repeats.length,
      shown: shown.length,
      named: shown.filter((repeat) => repeat.named).length,
    },
  };
}
