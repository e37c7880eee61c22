import { and, asc, eq, isNull } from "drizzle-orm";
import { project, workspace } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import type { WorkspaceId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { insertPanel, SavePanelInput } from "@/server/panels";
import { mayDo } from "@/server/permissions";
import { CreateProjectInput, insertProject } from "@/server/projects";
import { FinishSetupInput, type SetupAddress, type SetupDraft } from "./contract";
import { actingPerson, takeDraft } from "./draft-rows";

const PANEL_NAME = "First prompts";

/**
 * Makes the project of the person's draft, as it is handed in, with its brands and its first panel, all or nothing; the
 * draft is gone then. Of the same twice one is made, and the other is told so. For members.
 */
export async function finishSetup(input: FinishSetupInput): Promise<Result<SetupAddress>> {
  const userId = actingPerson();
  if (userId === undefined || !mayDo("project.create")) return err(forbidden("create a project"));
  const parsed = parseInput(FinishSetupInput, input);
  if (!parsed.ok) return parsed;
  const { draft, workspace: wanted } = parsed.value;
  return withTenant<SetupAddress>(async (tx) => {
    if (!(await takeDraft(tx, userId)))
      return err(new AppError("conflict", "This was set up already: the project is on the Projects page."));
    const place = await findWorkspace(tx, wanted);
    if (!place) return err(notFound("workspace"));
    const name = await freeName(tx, place.id, draft.name.trim());
    const brands = parseInput(CreateProjectInput, projectOf(draft, place.id, name));
    if (!brands.ok) return brands;
    const made = await insertProject(tx, brands.value);
    if (!made.ok) return made;
    const { projectId, projectSlug } = made.value;
    const panel = parseInput(SavePanelInput, panelOf(draft, projectId));
    if (!panel.ok) return panel;
    const saved = await insertPanel(tx, panel.value);
    return saved.ok ? ok({ workspace: place.slug, project: projectSlug }) : saved;
  });
}

const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== "");

function projectOf(draft: SetupDraft, workspaceId: WorkspaceId, name: string): CreateProjectInput {
  const own = { name: draft.name, aliases: filled(draft.aliases), domains: filled(draft.domains) };
  return { workspaceId, name, own, rivals: filled(draft.rivals).map((rival) => ({ name: rival })) };
}

function panelOf({ prompts, locale, category }: SetupDraft, projectId: string): SavePanelInput {
  const topic = category.trim().slice(0, 100);
  const asked = prompts.filter(({ text }) => text.trim() !== "");
  return {
    projectId,
    name: PANEL_NAME,
    prompts: asked.map((each) => ({ ...each, locale, topic })),
    baseVersion: 0,
  };
}

async function findWorkspace(tx: TenantTransaction, slug: string | undefined) {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ id: workspace.id, slug: workspace.slug })
    .from(workspace)
    .where(
      and(
        eq(workspace.orgId, orgId),
        isNull(workspace.archivedAt),
        slug === undefined ? undefined : eq(workspace.slug, slug),
      ),
    )
    .orderBy(asc(workspace.createdAt), asc(workspace.id))
    .limit(1);
  return found;
}

/** The brand's name, with a number behind it where the workspace has a project of that name: another market of it, say. */
async function freeName(tx: TenantTransaction, workspaceId: WorkspaceId, name: string): Promise<string> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({ name: project.name })
    .from(project)
    .where(and(eq(project.orgId, orgId), eq(project.workspaceId, workspaceId)));
  const taken = new Set(rows.map((row) => row.name));
  for (let number = 1; ; number += 1) {
    const wanted = number === 1 ? name : `${name} ${number}`;
    if (!taken.has(wanted)) return wanted;
  }
}
