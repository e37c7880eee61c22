import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type AskState, ask, panel, panelVersion, type RunState, run, type Surface } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import type { RunFacts, RunLink } from "./contract";
import { countsOf, type RunRow } from "./rows";
import { hasEnded } from "./run-state";
import { simulatedMoment } from "./simulated-moment";

const earlier = alias(run, "earlier");
const retry = alias(run, "retry");

/** Another run that may not be there: then every part is null, or (so Drizzle reads a left join) the whole. */
interface Link {
  readonly id: RunId | null;
  readonly state: RunState | null;
  readonly requestedAt: Date | null;
}

export interface ReadRun {
  readonly run: RunRow;
  readonly panel: { readonly name: string; readonly version: number };
  readonly earlier: Link | null;
  readonly retry: Link | null;
}

const linkTo = (other: typeof earlier | typeof retry) => ({
  id: other.id,
  state: other.state,
  requestedAt: other.requestedAt,
});

/** Runs of the org, newest request first (ids are made when a run is requested), with their panel and their retries. */
export async function readRuns(
  tx: TenantTransaction,
  where: SQL | undefined,
  limit: number,
): Promise<ReadRun[]> {
  const { orgId } = requireContext();
  return tx
    .select({
      run,
      panel: { name: panel.name, version: panelVersion.version },
      earlier: linkTo(earlier),
      retry: linkTo(retry),
    })
    .from(run)
    .innerJoin(panelVersion, and(eq(panelVersion.orgId, run.orgId), eq(panelVersion.id, run.panelVersionId)))
    .innerJoin(panel, and(eq(panel.orgId, run.orgId), eq(panel.id, panelVersion.panelId)))
    .leftJoin(earlier, and(eq(earlier.orgId, run.orgId), eq(earlier.id, run.retryOf)))
    .leftJoin(retry, and(eq(retry.orgId, run.orgId), eq(retry.retryOf, run.id)))
    .where(and(eq(run.orgId, orgId), where))
    .orderBy(desc(run.id))
    .limit(limit);
}

/** How many asks of a run stand in a state on an engine × surface. */
export interface AskGroup {
  readonly runId: RunId;
  readonly engineId: string;
  readonly surface: Surface;
  readonly state: AskState;
  readonly asks: number;
}

/** The asks of these runs (a page of them at most), counted; by engine in the order of ids. */
export async function readAskGroups(tx: TenantTransaction, runIds: readonly RunId[]): Promise<AskGroup[]> {
  if (runIds.length === 0) return [];
  const { orgId } = requireContext();
  return tx
    .select({
      runId: ask.runId,
      engineId: ask.engineId,
      surface: ask.surface,
      state: ask.state,
      asks: sql<number>`count(*)::int`,
    })
    .from(ask)
    .where(and(eq(ask.orgId, orgId), inArray(ask.runId, [...runIds])))
    .groupBy(ask.runId, ask.engineId, ask.surface, ask.state)
    .orderBy(ask.engineId, ask.surface);
}

/** What the list and the page both say of a run. `groups`: the asks of this run. */
export function factsOf(read: ReadRun, groups: readonly AskGroup[]): RunFacts {
  const { id, kind, state, sandbox, requestedAt, closedAt, repeats, priceCredits } = read.run;
  return {
    runId: id,
    kind,
    state,
    ended: hasEnded(state),
    sandbox,
    simulatedAt: simulatedMoment(read.run)?.toISOString() ?? null,
    requestedAt: requestedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    panel: read.panel,
    repeats,
    priceCredits,
    asks: countsOf(groups),
    retryOf: linkDto(read.earlier),
    retriedBy: linkDto(read.retry),
  };
}

function linkDto(link: Link | null): RunLink | null {
  if (!link?.id || !link.state || !link.requestedAt) return null;
  return { runId: link.id, state: link.state, requestedAt: link.requestedAt.toISOString() };
}
