import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import type { SetupDto } from "./contract";
import { actingPerson, readDraft } from "./draft-rows";
import { SITE_LANGUAGES } from "./rules/languages";

/** How far the reader is with setting something up, read from what is there. For every role of the org's own people. */
export async function getSetup(): Promise<Result<SetupDto>> {
  if (!mayDo("org.read")) return err(forbidden("see the organisation"));
  const userId = actingPerson();
  return withTenant<SetupDto>(async (tx) => {
    const draft = userId === undefined ? null : await readDraft(tx, userId);
    const locales = SITE_LANGUAGES.map(({ locale, label }) => ({ locale, label }));
    return ok({
      mayCreate: mayDo("project.create"),
      draft,
      unasked: await readUnasked(tx),
      workspaces: await readWorkspaces(tx),
      locales,
    });
  });
}

/** An import counts as much as a run: what it brought is there to be looked at. */
async function readUnasked(tx: TenantTransaction): Promise<SetupDto["unasked"]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ workspace: string; project: string; name: string }>(sql`
    select w.slug as workspace, p.slug as project, p.name from tenancy.project p
    join tenancy.workspace w on w.org_id = p.org_id and w.id = p.workspace_id
    where p.org_id = ${orgId} and p.archived_at is null and w.archived_at is null
      and not exists (select from tracking.run r where r.org_id = p.org_id and r.project_id = p.id)
    order by p.created_at desc, p.id desc limit 1`);
  return rows[0] ?? null;
}

async function readWorkspaces(tx: TenantTransaction): Promise<SetupDto["workspaces"]> {
  const { orgId } = requireContext();
  const { rows } = await tx.execute<{ slug: string; name: string }>(sql`
    select slug, name from tenancy.workspace where org_id = ${orgId} and archived_at is null
    order by created_at, id`);
  return rows;
}
