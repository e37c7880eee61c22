import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { readBrands } from "@/server/projects";
import { analyse } from "./analyse";
import { type SuggestedPromptsDto, SuggestPromptsInput } from "./contract";
import { provenanceOf } from "./provenance";
import { type PromptSuggestionInput, promptSuggestionsTask } from "./tasks/prompt-suggestions";

const EXISTING = 100;
const RIVALS = 20;

/**
 * Questions for a panel of the project, for a person to choose from: nothing is saved. By the analysis model, or by the
 * rules where it can't answer. For members.
 */
export async function suggestPrompts(input: SuggestPromptsInput): Promise<Result<SuggestedPromptsDto>> {
  if (!mayActAs("member")) return err(forbidden("ask for suggestions"));
  const parsed = parseInput(SuggestPromptsInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, category = "", count } = parsed.value;
  const facts = await withTenant<Omit<PromptSuggestionInput, "category" | "count">>(async (tx) => {
    const brands = await readBrands(tx, projectId);
    const own = brands.find((brand) => brand.own);
    if (!own) return err(notFound("project"));
    const rivals = brands.filter((brand) => !brand.own).map(({ name }) => name);
    const existing = await readPrompts(tx, projectId);
    return ok({ brand: own.name, rivals: rivals.slice(0, RIVALS), existing });
  });
  if (!facts.ok) return facts;
  const judged = await analyse(promptSuggestionsTask, { ...facts.value, category, count });
  if (!judged.ok) return judged;
  return ok({ prompts: judged.value.value?.prompts ?? [], provenance: provenanceOf(judged.value) });
}

/** The newest prompts of the project's panels. */
async function readPrompts(tx: TenantTransaction, projectId: ProjectId): Promise<string[]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ text: string }>(sql`
    select q.text from tracking.panel p
    join lateral (select w.id from tracking.panel_version w where w.org_id = p.org_id and w.panel_id = p.id
                  order by w.version desc limit 1) v on true
    join tracking.prompt q on q.org_id = p.org_id and q.panel_version_id = v.id
    where p.org_id = ${orgId} and p.project_id = ${projectId}
    order by p.created_at, q.ordinal limit ${EXISTING}`);
  return rows.map(({ text }) => text);
}
