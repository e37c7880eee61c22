import { sql } from "drizzle-orm";
import { z } from "zod";
import { withTenant } from "@/db/tenant";
import { limitedTo, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { OrgId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";

type Reach = "own list" | "projectId" | "answerId" | "brandId";

/** What a client viewer may call, and which field says whose project it is. What isn't here is refused to them. */
export const CLIENT_PROCEDURES: Readonly<Record<string, Reach>> = {
  "projects.list": "own list",
  "projects.find": "own list",
  "members.remove": "own list",
  "reports.overview": "projectId",
  "reports.filterOptions": "projectId",
  "reports.changes": "projectId",
  "reports.falseAlarms": "projectId",
  "sources.list": "projectId",
  "sources.get": "projectId",
  "recompute.status": "projectId",
  "answers.list": "projectId",
  "answers.get": "answerId",
  "answers.rawBody": "answerId",
  "brands.list": "projectId",
  "facts.statements": "projectId",
  "facts.ofAnswer": "answerId",
  "facts.sheet": "brandId",
};

/**
 * Whether the current actor may call that at all: a client viewer only what stands above, of a project in their workspace.
 * Another workspace's row and one that isn't there are the same `not_found`. Everybody else passes without a query.
 */
export async function checkClientReach(path: string, input: unknown): Promise<Result<void>> {
  const workspaceId = limitedTo();
  if (workspaceId === undefined) return ok(undefined);
  const reach = CLIENT_PROCEDURES[path];
  if (reach === undefined) return err(forbidden("see this"));
  if (reach === "own list") return ok(undefined);
  const named: unknown = Reflect.get(Object(input), reach);
  const { orgId } = requireContext();
  const parsed = z.uuid().safeParse(named);
  if (!parsed.success) return err(notFound(reach.slice(0, -2)));
  return withTenant<void>(async (tx) => {
    const { rows } = await tx.execute(sql`
      select 1 from tenancy.project p where p.org_id = ${orgId} and p.workspace_id = ${workspaceId}
      and p.id = ${PROJECT_OF[reach](orgId, parsed.data)}`);
    return rows.length > 0 ? ok(undefined) : err(notFound(reach.slice(0, -2)));
  });
}

const PROJECT_OF = {
  projectId: (_: OrgId, id: string) => sql`${id}::uuid`,
  answerId: (orgId: OrgId, id: string) =>
    sql`(select project_id from tracking.answer where org_id = ${orgId} and id = ${id})`,
  brandId: (orgId: OrgId, id: string) =>
    sql`(select project_id from tracking.brand where org_id = ${orgId} and id = ${id})`,
};
