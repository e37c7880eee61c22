import { and, eq } from "drizzle-orm";
import { run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { readBalance, readCreditsByRun } from "@/server/credits";
import { readEngineNotes } from "@/server/engine-health";
import { readOwnEnvironment } from "@/server/engine-keys";
import type { Environment } from "@/server/engines";
import { mayActAs } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import type { EngineNotes } from "./check-notes";
import { type RetryOffer, type RunFacts, type RunPageDto, RunPageInput } from "./contract";
import { engineLabel } from "./engine-label";
import { planRetry, RETRIED_STATES } from "./plan-retry";
import { readFailures } from "./read-failures";
import { readProgress } from "./read-progress";
import { countsOf } from "./rows";
import { type AskGroup, factsOf, type ReadRun, readAskGroups, readRuns } from "./run-facts";

const NOT_STARTED =
  "It could not be started by a fault on our side. Nothing was reserved, nothing is charged.";

/** A run as its page shows it while it goes on and when it has ended, for every role. */
export async function getRunPage(input: RunPageInput): Promise<Result<RunPageDto>> {
  const parsed = parseInput(RunPageInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, runId } = parsed.value;
  return withTenant<RunPageDto>(async (tx) => {
    const [read] = await readRuns(tx, and(eq(run.id, runId), eq(run.projectId, projectId)), 1);
    if (!read) return err(notFound("run in this project"));
    const groups = await readAskGroups(tx, [runId]);
    const facts = factsOf(read, groups);
    const reserved = (await readCreditsByRun(tx, [runId])).get(runId);
    const { available } = await readBalance(tx);
    const unanswered = facts.asks.failed + facts.asks.orphaned > 0;
    return ok({
      ...facts,
      engines: enginesOf(read, groups),
      failure: read.run.failure === null ? null : NOT_STARTED,
      failures: unanswered ? await readFailures(tx, runId) : [],
      credits: {
        reserved: reserved?.reserved ?? 0,
        settled: reserved?.settled ?? 0,
        released: reserved?.released ?? 0,
      },
      progress: await readProgress(tx, read.run, groups, reserved?.reservedAt ?? null),
      retry: offerRetry(read, facts, groups, {
        environment: await readOwnEnvironment(tx),
        notes: await readEngineNotes(tx),
      }),
      available,
      mayChange: mayActAs("member") && read.run.kind === "ask",
    });
  });
}

/** The engines of the grid, and in an import those of its captures. */
function enginesOf({ run }: ReadRun, groups: readonly AskGroup[]): RunPageDto["engines"] {
  const rows = [...run.grid, ...groups];
  const bySeries = Map.groupBy(rows, ({ engineId, surface }) => `${engineId} ${surface}`);
  return [...bySeries.values()].flatMap(([first]) => {
    if (!first) return [];
    const { engineId, surface } = first;
    const own = groups.filter((group) => group.engineId === engineId && group.surface === surface);
    const credits = "credits" in first ? first.credits : null;
    return [{ engineId, label: engineLabel(engineId), surface, credits, asks: countsOf(own) }];
  });
}

function offerRetry(
  { run }: ReadRun,
  facts: RunFacts,
  groups: readonly AskGroup[],
  asking: { environment: Environment; notes: EngineNotes },
): RetryOffer | null {
  if (facts.kind === "import" || !facts.ended || facts.retriedBy !== null) return null;
  const failed = new Map<string, AskGroup>();
  for (const group of groups) {
    if (!RETRIED_STATES.some((state) => state === group.state)) continue;
    const before = failed.get(group.engineId)?.asks ?? 0;
    failed.set(group.engineId, { ...group, asks: before + group.asks });
  }
  if (failed.size === 0) return null;
  const retryable = [...failed.values()];
  const plan = planRetry(run, retryable, asking);
  const asks = retryable.reduce((sum, each) => sum + each.asks, 0);
  return plan.ok
    ? { asks, credits: plan.value.credits, problem: null, resting: plan.value.resting }
    : { asks, credits: 0, problem: plan.error.message, resting: [] };
}
