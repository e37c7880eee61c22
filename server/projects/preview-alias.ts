import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import type { BrandDefinition } from "@/server/extraction";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import type { StoredAnswer } from "./alias-tally";
import { collectBrandNames } from "./brand-names";
import { readBrandRows } from "./brand-rows";
import { type AliasPreviewDto, PreviewAliasInput } from "./contract";
import { projectExists } from "./project-exists";
import { tallyAnswers } from "./tally-answers";

/** What a preview reads at most, and for how long. */
const NEWEST_ANSWERS = 500;
const TIME_MS = 4_000;

/**
 * What a name would do to the newest stored answers, read by the real extractor with and without it, for every role.
 * Nothing is written. Refuses, as saving would, a name that can't be matched or that another brand has.
 */
export async function previewAlias(input: PreviewAliasInput): Promise<Result<AliasPreviewDto>> {
  const parsed = parseInput(PreviewAliasInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, brandId, alias } = parsed.value;
  const read = await withTenant(async (tx) => {
    if (!(await projectExists(tx, projectId))) return err(notFound("project"));
    const rows = await readBrandRows(tx, projectId);
    if (brandId && !rows.some((row) => row.brandId === brandId)) return err(notFound("brand"));
    const others = rows.filter((row) => row.brandId !== brandId);
    const names = collectBrandNames([...others, { name: alias, aliases: [], domains: [] }]);
    if (!names.ok) return names;
    const matched = rows.filter(({ archived }) => !archived);
    return ok({
      brands: matched.map(({ brandId: id, ...brand }): BrandDefinition => ({ ...brand, id })),
      ...(await readAnswers(tx, projectId)),
    });
  });
  if (!read.ok) return read;
  const draft = { ...parsed.value, id: brandId ?? "" };
  return ok(await tallyAnswers(read.value, draft, TIME_MS));
}

async function readAnswers(tx: TenantTransaction, projectId: ProjectId) {
  const { orgId } = requireContext();
  const { rows: answers } = await tx.execute<StoredAnswer>(sql`
    select w.id as "answerId", w.engine_id as engine, w.surface, w.observed_at::text as "observedAt",
      p.text as prompt, w.text
    from (select org_id, id from tracking.answer
          where org_id = ${orgId} and project_id = ${projectId} and text <> ''
          order by observed_at desc, id desc limit ${NEWEST_ANSWERS}) n
    join tracking.answer w on w.org_id = n.org_id and w.id = n.id
    join tracking.prompt p on p.org_id = w.org_id and p.id = w.prompt_id
    order by w.observed_at desc, w.id desc`);
  const { rows: counts } = await tx.execute<{ stored: number }>(sql`
    select count(*)::int as stored from tracking.answer
    where org_id = ${orgId} and project_id = ${projectId} and text <> ''`);
  return { answers, stored: counts[0]?.stored ?? 0 };
}
