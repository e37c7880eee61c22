import { desc, eq, inArray } from "drizzle-orm";
import { operatorAction, user } from "@/db/schema";
import { withoutTenant } from "@/db/tenant";
import { listEngineStates } from "@/server/engine-health";
import { findEngine } from "@/server/engines";
import { ok, type Result } from "@/server/kernel/result";
import type { EngineActionDto, OperatedEnginesDto } from "./contract";
import type { Operator } from "./enter-operations";

/** How many of the latest pauses and resumptions are told. */
const ACTIONS = 20;

/** Every engine's breaker, switch and calls, and who paused or resumed one lately. */
export async function listOperatedEngines(_operator: Operator): Promise<Result<OperatedEnginesDto>> {
  const states = await listEngineStates();
  if (!states.ok) return states;
  return withoutTenant(async (tx) => {
    const rows = await tx
      .select({
        id: operatorAction.id,
        action: operatorAction.action,
        engineId: operatorAction.subjectId,
        detail: operatorAction.detail,
        by: user.name,
        at: operatorAction.createdAt,
      })
      .from(operatorAction)
      .leftJoin(user, eq(user.id, operatorAction.userId))
      .where(inArray(operatorAction.action, ["engine.pause", "engine.resume"]))
      .orderBy(desc(operatorAction.id))
      .limit(ACTIONS);
    return ok({ engines: states.value, actions: rows.map(toDto) });
  });
}

function toDto(row: {
  readonly id: number;
  readonly action: string;
  readonly engineId: string;
  readonly detail: Record<string, unknown>;
  readonly by: string | null;
  readonly at: Date;
}): EngineActionDto {
  const { reason } = row.detail;
  return {
    id: row.id,
    action: row.action === "engine.pause" ? "paused" : "resumed",
    engineId: row.engineId,
    label: findEngine(row.engineId)?.label ?? row.engineId,
    reason: typeof reason === "string" ? reason : null,
    by: row.by ?? "somebody who is no longer known",
    at: row.at.toISOString(),
  };
}
