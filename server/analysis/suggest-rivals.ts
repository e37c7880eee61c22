import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { readBrands } from "@/server/projects";
import { analyse } from "./analyse";
import { type SuggestedRivalsDto, SuggestRivalsInput } from "./contract";
import { provenanceOf } from "./provenance";
import { rivalSuggestionsTask } from "./tasks/rival-suggestions";

const ANSWERS = 12;
const CHARACTERS = 2_500;

/**
 * Brands that the project's newest answers name and that it doesn't track yet, for a person to choose from: nothing is
 * saved. By the analysis model, or by the rules where it can't answer. Without answers there is nothing to suggest. For
 * members.
 */
export async function suggestRivals(input: SuggestRivalsInput): Promise<Result<SuggestedRivalsDto>> {
  if (!mayActAs("member")) return err(forbidden("ask for suggestions"));
  const parsed = parseInput(SuggestRivalsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, count } = parsed.value;
  const facts = await withTenant(async (tx) => {
    const brands = await readBrands(tx, projectId);
    const own = brands.find((brand) => brand.own);
    if (!own) return err(notFound("project"));
    const known = brands.flatMap(({ name, aliases }) => [name, ...aliases]).slice(0, 500);
    return ok({ brand: own.name, known, answers: await readAnswers(tx, projectId) });
  });
  if (!facts.ok) return facts;
  const judged = await analyse(rivalSuggestionsTask, { ...facts.value, count });
  if (!judged.ok) return judged;
  const { answers } = facts.value;
  const rivals = (judged.value.value?.rivals ?? []).map(({ name, quote }) => ({
    name,
    quote,
    answers: answers.filter((answer) => answer.includes(name)).length,
  }));
  return ok({ rivals, looked: answers.length, provenance: provenanceOf(judged.value) });
}

async function readAnswers(tx: TenantTransaction, projectId: ProjectId): Promise<string[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ text: string }>(sql`
    select left(text, ${CHARACTERS}) as text from tracking.answer
    where org_id = ${orgId} and project_id = ${projectId} and state = 'answered'
    order by observed_at desc, id limit ${ANSWERS}`);
  return rows.map(({ text }) => text);
}
