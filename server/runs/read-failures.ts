import { and, count, desc, eq, inArray, sql } from "drizzle-orm";
import { ask } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { RunId } from "@/server/kernel/id";
import type { FailureGroup } from "./contract";
import { engineLabel } from "./engine-label";
import { failureWords } from "./failure-words";
import { RETRIED_STATES } from "./plan-retry";

/** Different texts that are read: beyond these, what failed is told by count alone. */
const MOST_TEXTS = 200;
const TEXT_CHARACTERS = 200;

/** The asks of a run that failed or were orphaned, by engine and reason, most asks first. */
export async function readFailures(tx: TenantTransaction, runId: RunId): Promise<FailureGroup[]> {
  const { orgId } = requireContext();
  const failure = sql<string | null>`left(${ask.failure}, ${sql.raw(String(TEXT_CHARACTERS))})`;
  const rows = await tx
    .select({ engineId: ask.engineId, state: ask.state, failure, asks: count() })
    .from(ask)
    .where(and(eq(ask.orgId, orgId), eq(ask.runId, runId), inArray(ask.state, [...RETRIED_STATES])))
    .groupBy(ask.engineId, ask.state, failure)
    .orderBy(desc(count()), ask.engineId)
    .limit(MOST_TEXTS);
  const groups = new Map<string, FailureGroup>();
  for (const { engineId, state, failure: text, asks } of rows) {
    const label = engineLabel(engineId);
    const words = failureWords(label, text);
    const key = `${engineId} ${state} ${words.reason}`;
    const before = groups.get(key)?.asks ?? 0;
    const lost = state === "orphaned" ? state : "failed";
    groups.set(key, { engineId, label, state: lost, ...words, asks: before + asks });
  }
  return [...groups.values()].sort((a, b) => b.asks - a.asks || a.label.localeCompare(b.label));
}
