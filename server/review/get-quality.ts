import { sql } from "drizzle-orm";
import { withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { projectExists } from "@/server/projects";
import { type QualityDto, ReviewProjectInput } from "./contract";
import { type DrawnFact, measureQuality } from "./measure-quality";

interface Row extends Record<string, unknown>, DrawnFact {}

/** How good the extractor is on the project's own answers, by what people decided of those drawn; for every role. */
export async function getQuality(input: ReviewProjectInput): Promise<Result<QualityDto>> {
  const parsed = parseInput(ReviewProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<QualityDto>(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const { rows } = await tx.execute<Row>(sql`
      select to_char(a.observed_at at time zone 'UTC', 'YYYY-MM') as month, i.extractor_version as "extractorVersion",
        i.question, jsonb_agg(jsonb_build_object('verdict', i.verdict, 'brands', i.verdict_brands) order by i.seat) as verdicts
      from tracking.review_item i join tracking.answer a on a.org_id = i.org_id and a.id = i.answer_id
      where i.org_id = ${requireContext().orgId} and i.project_id = ${projectId} and i.reason = 'sample'
        and i.state = 'decided'
      group by 1, 2, 3, i.answer_id, i.brand_id`);
    return ok(measureQuality(rows));
  });
}
