import { z } from "zod";
import { engineStatus, engines, getEngine } from "@/server/engines";
import { readEnv } from "@/server/kernel/env";

/** What the calls of an engine under one key may come to, over all processes. */
export interface CallLimits {
  readonly inFlight: number;
  /** Null: as many as there is room for. */
  readonly perMinute: number | null;
}

const count = z.coerce.number().int().positive().max(1_000_000).optional();
const inFlightOf = (engineId: string) => `${engineId.toUpperCase()}_CALLS_IN_FLIGHT`;
const perMinuteOf = (engineId: string) => `${engineId.toUpperCase()}_CALLS_PER_MINUTE`;
const shape = Object.fromEntries(
  engines.flatMap(({ id }) => [
    [inFlightOf(id), count],
    [perMinuteOf(id), count],
  ]),
);

/** Every variable that sets a limit: a demo unsets them all. */
export const limitVariables: readonly string[] = Object.keys(shape);

/**
 * The limits of an engine's calls. `CHATGPT_CALLS_IN_FLIGHT`, `CHATGPT_CALLS_PER_MINUTE` and the like say what the platform's
 * own account may do; an org's own key has the engine's usual limits. A sandbox takes as many a minute as come, unless one
 * is set. Throws for a malformed variable.
 */
export function limitsOf(engineId: string, keyOf: string): CallLimits {
  const { concurrency, callsPerMinute } = getEngine(engineId).limits;
  if (keyOf !== "platform") return { inFlight: concurrency, perMinute: callsPerMinute };
  const set: Readonly<Record<string, number | undefined>> = readEnv(shape);
  const status = engineStatus(engineId);
  const isSandbox = status.ready && status.sandbox;
  return {
    inFlight: set[inFlightOf(engineId)] ?? concurrency,
    perMinute: set[perMinuteOf(engineId)] ?? (isSandbox ? null : callsPerMinute),
  };
}
