import { type SQL, sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { AnswerId, PromptId, RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { answerConditions } from "./answer-conditions";
import { type AnswerCursor, type AnswerPage, ListAnswersInput } from "./contract";
import { isoUtc } from "./iso-utc";
import { readAnswerRows } from "./read-answer-rows";

const PAGE = 100;
/** Answers are counted up to here: a count of all would take longer with each answer that comes in. */
export const COUNTED_UP_TO = 10_000;

/**
 * A page of the project's answers that the filter matches, newest first, for every role. The first page also counts them
 * all, up to 10,000; the next one is asked for with its `next`. An answer that comes in between moves no page.
 */
export async function listAnswers(input: ListAnswersInput): Promise<Result<AnswerPage>> {
  const parsed = parseInput(ListAnswersInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, cursor, ...filter } = parsed.value;
  return withTenant<AnswerPage>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const conditions = answerConditions(projectId, filter);
    const keys = await readKeys(tx, conditions, cursor ?? null);
    const shown = keys.slice(0, PAGE);
    const last = shown.at(-1);
    return ok({
      rows: await readAnswerRows(
        tx,
        shown.map(({ answerId }) => answerId),
        filter.q,
      ),
      next: keys.length > PAGE && last ? { observedAt: last.observedAt, answerId: last.answerId } : null,
      first: cursor
        ? null
        : {
            ...(await countAnswers(tx, conditions, keys.length)),
            prompt: filter.prompt ? await promptText(tx, filter.prompt) : null,
            run: filter.run ? await runFacts(tx, filter.run) : null,
          },
    });
  });
}

interface Key extends Record<string, unknown> {
  readonly answerId: AnswerId;
  readonly observedAt: string;
}

const NEWEST_FIRST = sql`order by a.observed_at desc, a.id desc limit ${sql.raw(String(PAGE + 1))}`;

async function readKeys(tx: TenantTransaction, conditions: SQL, after: AnswerCursor | null): Promise<Key[]> {
  const further = after
    ? sql`and (a.observed_at, a.id) < (${after.observedAt}::timestamptz, ${after.answerId}::uuid)`
    : sql``;
  const { rows } = await tx.execute<Key>(sql`
    select a.id as "answerId", ${isoUtc(sql`a.observed_at`)} as "observedAt"
    from tracking.answer a where ${conditions} ${further} ${NEWEST_FIRST}`);
  return rows;
}

/** `found`: how many the first page asked for and got; fewer than it wanted are all there are. */
async function countAnswers(tx: TenantTransaction, conditions: SQL, found: number) {
  if (found <= PAGE) return { total: found, more: false };
  const { rows } = await tx.execute<{ counted: number }>(sql`
    select count(*)::int as counted from (
      select from tracking.answer a where ${conditions} limit ${COUNTED_UP_TO + 1}) counted`);
  const counted = rows[0]?.counted ?? 0;
  return { total: Math.min(counted, COUNTED_UP_TO), more: counted > COUNTED_UP_TO };
}

async function promptText(tx: TenantTransaction, promptId: PromptId): Promise<string | null> {
  const { rows } = await tx.execute<{ text: string }>(
    sql`select text from tracking.prompt where org_id = ${requireContext().orgId} and id = ${promptId}`,
  );
  return rows[0]?.text ?? null;
}

async function runFacts(tx: TenantTransaction, runId: RunId) {
  const { rows } = await tx.execute<{ kind: "ask" | "import"; observedAt: string }>(sql`
    select kind, ${isoUtc(sql`observed_at`)} as "observedAt"
    from tracking.run where org_id = ${requireContext().orgId} and id = ${runId}`);
  return rows[0] ?? null;
}
