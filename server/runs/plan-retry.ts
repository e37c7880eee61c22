import { and, eq, inArray, sql } from "drizzle-orm";
import { ask, type GridEngine, type Surface } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import type { Environment } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { checkNotes, type EngineNotes } from "./check-notes";
import { checkEngines } from "./check-request";
import { priceAsks } from "./price-grid";

/** The states of an ask that a retry asks again: it ended without an answer, and nobody wanted that. */
export const RETRIED_STATES = ["failed", "orphaned"] as const;

/** Asks of one engine × surface. */
export interface EngineAsks {
  readonly engineId: string;
  readonly surface: Surface;
  readonly asks: number;
}

export interface RetryPlan {
  readonly asks: number;
  readonly grid: readonly GridEngine[];
  readonly credits: number;
  /** Words on engines that aren't answering at the moment. */
  readonly resting: readonly string[];
}

/** The failed and orphaned asks of a run, by engine. */
export async function readRetryable(tx: TenantTransaction, runId: RunId): Promise<EngineAsks[]> {
  const { orgId } = requireContext();
  return tx
    .select({ engineId: ask.engineId, surface: ask.surface, asks: sql<number>`count(*)::int` })
    .from(ask)
    .where(and(eq(ask.orgId, orgId), eq(ask.runId, runId), inArray(ask.state, [...RETRIED_STATES])))
    .groupBy(ask.engineId, ask.surface);
}

/**
 * What asking these asks of an earlier run again means at today's price. Refuses when one of their engines can't be asked or
 * is paused, and when made-up answers would complete a run of real ones, or the reverse.
 */
export function planRetry(
  earlier: { sandbox: boolean },
  retryable: readonly EngineAsks[],
  { environment, notes }: { environment: Environment; notes: EngineNotes },
): Result<RetryPlan> {
  const engineIds = retryable.map(({ engineId }) => engineId);
  const engines = checkEngines(engineIds, environment);
  if (!engines.ok) return engines;
  const resting = checkNotes(engineIds, notes);
  if (!resting.ok) return resting;
  if (engines.value.sandbox !== earlier.sandbox) return err(otherWorld(earlier.sandbox));
  const { grid, credits } = priceAsks(new Map(retryable.map(({ engineId, asks }) => [engineId, asks])));
  const surfaces = new Map(retryable.map(({ engineId, surface }) => [engineId, surface]));
  return ok({
    asks: retryable.reduce((sum, each) => sum + each.asks, 0),
    grid: grid.map((engine) => ({ ...engine, surface: surfaces.get(engine.engineId) ?? engine.surface })),
    credits,
    resting: resting.value,
  });
}

function otherWorld(wasSandbox: boolean): AppError {
  return new AppError(
    "conflict",
    wasSandbox
      ? "This run's answers came from the sandbox, and engines are asked for real now: start a new run."
      : "This run asked engines for real, and the sandbox answers in their place now: its answers would be made up.",
  );
}
