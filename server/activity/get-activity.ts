import { and, eq, inArray, sql } from "drizzle-orm";
import { ask, brand, project, run, workspace } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import type { ActivityDto, ProjectRef, UnderWayDto } from "./contract";
import { wordsFor } from "./happening";
import { readHappenings } from "./read-happenings";

const NOTIFICATIONS = 20;

/** What of the org goes on, and what ended lately; for all of its own people, not for client viewers. */
export async function getActivity(): Promise<Result<ActivityDto>> {
  if (!mayDo("org.read")) return err(forbidden("see what goes on"));
  return withTenant<ActivityDto>(async (tx) => {
    const runs = await readUnderWay(tx);
    const happenings = await readHappenings(tx, NOTIFICATIONS);
    const projects = await readProjects(
      tx,
      [...runs, ...happenings].map(({ projectId }) => projectId),
    );
    return ok({
      underWay: runs.flatMap(({ projectId, ...rest }) => {
        const found = projects.get(projectId);
        return found ? [{ ...rest, project: found }] : [];
      }),
      notifications: happenings.flatMap((each) => {
        const [found, words] = [projects.get(each.projectId), wordsFor(each)];
        const { id, kind, at, runId } = each;
        return found && words ? [{ id, kind, at, runId, project: found, ...words }] : [];
      }),
    });
  });
}

type UnderWay = Omit<UnderWayDto, "project"> & { readonly projectId: string };

async function readUnderWay(tx: TenantTransaction): Promise<UnderWay[]> {
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      runId: run.id,
      projectId: run.projectId,
      state: run.state,
      ended: sql<number>`count(${ask.id}) filter (where ${ask.state} not in ('planned', 'claimed'))::int`,
      asks: sql<number>`count(${ask.id})::int`,
    })
    .from(run)
    .leftJoin(ask, and(eq(ask.orgId, run.orgId), eq(ask.runId, run.id)))
    .where(
      and(
        eq(run.orgId, orgId),
        inArray(run.state, ["requested", "waiting_for_credits", "asking", "closing"]),
      ),
    )
    .groupBy(run.id, run.projectId, run.state)
    .orderBy(sql`${run.id} desc`);
  return rows.map(({ state, ...row }) => ({ ...row, waiting: state === "waiting_for_credits" }));
}

/** Where these projects live, and what their own brands are called. */
async function readProjects(
  tx: TenantTransaction,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ProjectRef>> {
  if (ids.length === 0) return new Map();
  const { orgId } = requireContext();
  const rows = await tx
    .select({
      id: sql<string>`${project.id}`,
      workspace: workspace.slug,
      project: project.slug,
      ownBrand: brand.name,
    })
    .from(project)
    .innerJoin(workspace, and(eq(workspace.orgId, project.orgId), eq(workspace.id, project.workspaceId)))
    .innerJoin(
      brand,
      and(eq(brand.orgId, project.orgId), eq(brand.projectId, project.id), eq(brand.kind, "own")),
    )
    .where(and(eq(project.orgId, orgId), sql`${project.id} in ${[...new Set(ids)]}`));
  return new Map(rows.map(({ id, ...rest }) => [id, rest]));
}
