import { type SQL, sql } from "drizzle-orm";
import { runNamed } from "@/db/statement";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId } from "@/server/kernel/id";
import { isShown, windowBounds, windowOf } from "@/server/metrics";
import { sameQuestion } from "./answer-conditions";
import type { AnswerCell, CellAnswer } from "./contract";
import { isoUtc } from "./iso-utc";

/** How many answers of the window the strip shows. */
const STRIP = 200;

type Repeat = Omit<CellAnswer, "shown">;
type Neighbours = { readonly previous: AnswerId | null; readonly next: AnswerId | null };

const THIS = (answerId: AnswerId) => sql`
  with this as materialized (
    select w.*, k.locale from tracking.answer w
    join tracking.ask k on k.org_id = w.org_id and k.id = w.ask_id
    where w.org_id = ${requireContext().orgId} and w.id = ${answerId}
  )`;

/**
 * The other answers of the same cell (prompt × engine × surface × locale, made-up ones apart from real ones): the ones
 * just before and after, and all of the answer's window. The question is the same in whichever version of the panel.
 */
export async function readCell(
  tx: TenantTransaction,
  answerId: AnswerId,
  observedAt: Date,
): Promise<AnswerCell> {
  const window = windowOf(observedAt);
  const { from, until } = windowBounds(window);
  // By the index ask_cell_idx: each question's version has its asks in order, so that no history is read.
  const cell = (when: SQL) => sql`
    select a.org_id, a.id, a.observed_at, a.state from tracking.ask k
    join tracking.answer a on a.org_id = k.org_id and a.ask_id = k.id and a.project_id = this.project_id
      and a.sandbox = this.sandbox
    where k.org_id = this.org_id and k.prompt_id = same.id and k.engine_id = this.engine_id
      and k.surface = this.surface and k.locale = this.locale and ${when}`;
  const neighbour = (when: SQL, order: SQL) => sql`
    (select near.id from (${sameQuestion(sql`this.prompt_id`)}) same
     cross join lateral (${cell(when)} order by k.observed_at ${order}, a.id ${order} limit 1) near
     order by near.observed_at ${order}, near.id ${order} limit 1)`;
  const neighbours = await runNamed<Neighbours>(
    tx,
    "read_cell_neighbours",
    sql`${THIS(answerId)}
    select
      ${neighbour(sql`k.observed_at <= this.observed_at and (k.observed_at, a.id) < (this.observed_at, this.id)`, sql`desc`)} as previous,
      ${neighbour(sql`k.observed_at >= this.observed_at and (k.observed_at, a.id) > (this.observed_at, this.id)`, sql``)} as next
    from this`,
  );
  const rows = await runNamed<Repeat>(
    tx,
    "read_cell",
    sql`${THIS(answerId)}
    select c.id as "answerId", ${isoUtc(sql`c.observed_at`)} as "observedAt", c.state,
      exists (select from tracking.mention m
              join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id and b.kind = 'own'
              where m.org_id = c.org_id and m.answer_id = c.id) as named
    from this cross join lateral (${sameQuestion(sql`this.prompt_id`)}) same
    cross join lateral (${cell(
      sql`k.observed_at >= ${from.toISOString()}::timestamptz and k.observed_at < ${until.toISOString()}::timestamptz`,
    )}) c
    order by c.observed_at, c.id`,
  );
  const repeats = rows.map((repeat) => ({ ...repeat, shown: isShown(repeat.state) }));
  const shown = repeats.filter((repeat) => repeat.shown);
  const { previous = null, next = null } = neighbours[0] ?? {};
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
