import { type Engine, type Environment, engineStatus } from "@/server/engines";
import type { EngineItem, EngineStanding } from "./contract";
import type { RecentCalls } from "./read-calls";
import type { EngineState } from "./read-states";

/** What is known of an engine when a screen asks. */
export interface EngineFacts {
  readonly engine: Engine;
  /** As the org asks it: with a stand-in for a key of its own. */
  readonly environment: Environment;
  readonly ownKey: boolean;
  readonly state: EngineState | undefined;
  readonly calls: RecentCalls;
}

/** An engine as a row of the list. */
export function engineItem(facts: EngineFacts): EngineItem {
  const { id, label, surface, price, observability } = facts.engine;
  const { answered, faults, limited, refused } = facts.calls.hour;
  return {
    engineId: id,
    label,
    surface,
    credits: price.credits,
    noAnswerShownCredits: price.noAnswerShownCredits ?? price.credits,
    ...standingOf(facts),
    ownKey: facts.ownKey,
    observability,
    lastHour: { answered, faults, limited, refused },
  };
}

/** A pause comes first, since it says what everybody is told; a missing key before what others' asks came to. */
export function standingOf({ engine, environment, state }: Omit<EngineFacts, "calls" | "ownKey">): {
  readonly standing: EngineStanding;
  readonly reason: string | null;
} {
  const status = engineStatus(engine.id, environment);
  if (state && state.pausedReason !== null) return { standing: "paused", reason: state.pausedReason };
  if (!status.ready) return { standing: "no_key", reason: status.reason };
  if (state?.state === "open") return { standing: "resting", reason: null };
  if (state?.state === "half_open") return { standing: "trying", reason: null };
  return { standing: status.sandbox ? "sandbox" : "ready", reason: null };
}
