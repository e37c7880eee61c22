import { EngineError, type EngineErrorKind } from "@/server/engines";

/** What a call says about its engine. `refused`: it is up, and says no to this request. `nothing`: it was never asked. */
export type CallOutcome = "answered" | "fault" | "limited" | "refused" | "nothing";

const OUTCOMES: Readonly<Record<EngineErrorKind, CallOutcome>> = {
  timeout: "fault",
  server_error: "fault",
  network: "fault",
  bad_body: "fault",
  rate_limited: "limited",
  rejected: "refused",
  not_ready: "nothing",
  resting: "nothing",
  cancelled: "nothing",
};

/** What a call that threw says about its engine: a fault of ours says nothing. */
export function outcomeOf(thrown: unknown): CallOutcome {
  return thrown instanceof EngineError ? OUTCOMES[thrown.kind] : "nothing";
}
