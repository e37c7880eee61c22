import { and, count, eq, sql } from "drizzle-orm";
import { answer, prompt } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import type { RunProgress } from "./contract";
import { readRetryable } from "./plan-retry";
import { countsOf, type RunRow } from "./rows";
import type { AskGroup } from "./run-facts";
import { hasEnded } from "./run-state";
import { type AnswerRate, RATE_SECONDS, secondsLeft } from "./seconds-left";

/** How far a run is, and by the rate of its last minute's answers, how long it will take. */
export async function readProgress(
  tx: TenantTransaction,
  run: RunRow,
  groups: readonly AskGroup[],
  startedAt: Date | null,
): Promise<RunProgress> {
  const { planned, claimed, ...endedAsks } = countsOf(groups);
  const ended = Object.values(endedAsks).reduce((sum, asks) => sum + asks, 0);
  const planless = groups.length === 0 && !hasEnded(run.state);
  return {
    ended,
    total: planless ? await countWanted(tx, run) : ended + planned + claimed,
    startedAt: startedAt?.toISOString() ?? null,
    secondsLeft:
      planned + claimed === 0 ? null : secondsLeft(openByEngine(groups), await readRates(tx, run.id)),
  };
}

/** As many asks as reserve-run.ts will plan. */
async function countWanted(tx: TenantTransaction, run: RunRow): Promise<number> {
  if (run.retryOf !== null) {
    const retryable = await readRetryable(tx, run.retryOf);
    return retryable.reduce((sum, { asks }) => sum + asks, 0);
  }
  const [found] = await tx
    .select({ prompts: count() })
    .from(prompt)
    .where(and(eq(prompt.orgId, run.orgId), eq(prompt.panelVersionId, run.panelVersionId)));
  return (found?.prompts ?? 0) * run.grid.length * run.repeats;
}

function openByEngine(groups: readonly AskGroup[]): Map<string, number> {
  const open = new Map<string, number>();
  for (const { engineId, state, asks } of groups) {
    if (state === "planned" || state === "claimed") open.set(engineId, (open.get(engineId) ?? 0) + asks);
  }
  return open;
}

async function readRates(tx: TenantTransaction, runId: RunId): Promise<AnswerRate[]> {
  const { orgId } = requireContext();
  return tx
    .select({
      engineId: answer.engineId,
      answers: count(),
      seconds: sql<number>`extract(epoch from clock_timestamp() - min(${answer.recordedAt}))::float8`,
    })
    .from(answer)
    .where(
      and(
        eq(answer.orgId, orgId),
        eq(answer.runId, runId),
        sql`${answer.recordedAt} > clock_timestamp() - make_interval(secs => ${RATE_SECONDS})`,
      ),
    )
    .groupBy(answer.engineId);
}
