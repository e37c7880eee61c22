import { type SQL, sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { AnswerId, BrandId, FactId } from "@/server/kernel/id";
import type { FactTopic, FactValue, StatementDto, StatementVerdict } from "../contract";
import { latestChecks } from "./latest-checks";

export interface StatementRow extends Record<string, unknown> {
  readonly answerId: AnswerId;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly topic: FactTopic;
  readonly verdict: StatementVerdict;
  readonly factId: FactId | null;
  readonly factVersion: number | null;
  readonly factStatement: string | null;
  readonly factValue: FactValue | null;
  readonly isCurrent: boolean | null;
  readonly judgedBy: string;
  readonly confidence: number;
}

/** SQL of statements about a brand with their newest checks and the facts that decided, as they stood then. */
export function statementsSql(brandId: BrandId): SQL {
  const { orgId } = requireContext();
  return sql`select s.answer_id as "answerId", s.span_start as start, s.span_end as "end", s.quote, coalesce(f.topic, s.topic) as topic, c.verdict,
      c.fact_id as "factId", c.fact_version as "factVersion", f.statement as "factStatement",
      f.value as "factValue",
      not f.archived and not exists (select from tracking.fact_version l where l.org_id = f.org_id
        and l.fact_id = f.fact_id and l.version > f.version) as "isCurrent",
      c.judged_by as "judgedBy", c.confidence
    from tracking.statement s
    join (${latestChecks(orgId, brandId)}) c on c.answer_id = s.answer_id and c.span_start = s.span_start
    left join tracking.fact_version f on f.org_id = c.org_id and f.fact_id = c.fact_id and f.version = c.fact_version
    where s.org_id = ${orgId} and s.brand_id = ${brandId}`;
}

/** What a screen shows of a row. */
export function statementDto(row: StatementRow): StatementDto {
  const { answerId, start, end, quote, topic, verdict, judgedBy, confidence } = row;
  const { factId, factVersion, factStatement, factValue, isCurrent } = row;
  const fact =
    factId === null || factVersion === null || factStatement === null
      ? null
      : {
          factId,
          version: factVersion,
          statement: factStatement,
          value: factValue,
          isCurrent: isCurrent === true,
        };
  return { answerId, start, end, quote, topic, verdict, fact, judgedBy, confidence };
}

/** An answer's statements about a brand, in the order of its text. */
export async function readAnswerStatements(
  tx: TenantTransaction,
  brandId: BrandId,
  answerId: AnswerId,
): Promise<StatementDto[]> {
  const { rows } = await tx.execute<StatementRow>(sql`
    select * from (${statementsSql(brandId)} and s.answer_id = ${answerId}) said order by start`);
  return rows.map(statementDto);
}
