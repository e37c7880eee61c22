import { withoutTenant } from "@/db/tenant";
import { engines } from "@/server/engines";
import { ok, type Result } from "@/server/kernel/result";
import type { EngineStateDto } from "./contract";
import { noCalls, readCalls } from "./read-calls";
import { lastFaultOf, readStates } from "./read-states";

/** Every engine as those see it who run the platform: its breaker, its kill switch, and what calls came to. */
export async function listEngineStates(): Promise<Result<readonly EngineStateDto[]>> {
  return withoutTenant(async (tx) => {
    const states = await readStates(tx);
    const calls = await readCalls(tx);
    return ok(
      engines.map(({ id, label, surface }) => {
        const state = states.get(id);
        const { hour, day } = calls.get(id) ?? noCalls();
        return {
          engineId: id,
          label,
          surface,
          breaker: state?.state ?? "closed",
          openings: state?.openings ?? 0,
          window: {
            calls: state?.windowCalls ?? 0,
            faults: state?.windowFaults ?? 0,
            limited: state?.windowLimited ?? 0,
          },
          paused: state?.pausedReason
            ? { reason: state.pausedReason, at: (state.pausedAt ?? new Date(0)).toISOString() }
            : null,
          lastFault: lastFaultOf(state),
          hour,
          day,
        };
      }),
    );
  });
}
