import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import { ask, plan, subscription } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { inngest } from "@/inngest/client";
import type { EventPayload } from "@/inngest/events";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import type { AskId, RunId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";

export const FAN_OUT_CHUNK = 500;

/**
 * Step *fan out*: sends one chunk of the run's planned asks, those after `after`, and returns the last id sent (null when
 * there was none left). The planned ask is its own outbox row: the janitor sends it again if it stays planned. An event
 * sent twice is dropped by its id, and after that by the claim.
 */
export async function fanOutAsks(runId: RunId, after: AskId | null): Promise<Result<{ last: AskId | null }>> {
  const asks = await readAskEvents(runId, [eq(ask.state, "planned"), ...(after ? [gt(ask.id, after)] : [])]);
  if (!asks.ok) return asks;
  await sendAsks(asks.value, "planned");
  crashPoint("fan-out/chunk-sent");
  return ok({ last: asks.value.at(-1)?.askId ?? null });
}

/** Asks of a run that meet `conditions`, a chunk at most, as the payloads that announce them. */
export async function readAskEvents(
  runId: RunId,
  conditions: readonly (SQL | undefined)[],
): Promise<Result<EventPayload<"ask/requested">[]>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const [found] = await tx
      .select({ seconds: plan.prioritySeconds })
      .from(subscription)
      .innerJoin(plan, eq(plan.id, subscription.planId))
      .where(eq(subscription.orgId, orgId));
    const asks = await tx
      .select({ askId: ask.id, engineId: ask.engineId })
      .from(ask)
      .where(and(eq(ask.orgId, orgId), eq(ask.runId, runId), ...conditions))
      .orderBy(asc(ask.id))
      .limit(FAN_OUT_CHUNK);
    return ok(
      asks.map(({ askId, engineId }) => ({ orgId, runId, askId, engineId, priority: found?.seconds ?? 0 })),
    );
  });
}

/** `occasion` sets apart the first announcement of an ask from a later one, which must not be dropped as its copy. */
export async function sendAsks(
  asks: readonly EventPayload<"ask/requested">[],
  occasion: string,
): Promise<void> {
  if (asks.length === 0) return;
  await inngest.send(
    asks.map((data) => ({ id: `ask:${data.askId}:${occasion}`, name: "ask/requested", data })),
  );
}
