import { z } from "zod";
import { seededRandom } from "./seeded-random";

export const FaultKind = z.enum([
  "rate_limited",
  "server_error",
  "reset_mid_body",
  "slow",
  "malformed_json",
  "wrong_content_type",
  "huge_body",
  "failure_in_200",
  "slow_loris",
  "missing_overview",
  "refusal",
  "empty_answer",
  "truncated_answer",
]);
export type FaultKind = z.infer<typeof FaultKind>;

/**
 * One fault switch. It strikes a `share` of attempts (drawn by seed, ask and attempt), or the first `firstAttempts` of each
 * ask. `engine` narrows it to one engine; `delayMs` is how long `slow` waits before the first byte and how long `slow_loris`
 * takes to trickle the body; `retryAfterSeconds` is for `rate_limited`.
 */
export const Fault = z.strictObject({
  kind: FaultKind,
  engine: z.string().optional(),
  share: z.number().min(0).max(1).optional(),
  firstAttempts: z.int().positive().optional(),
  delayMs: z.int().nonnegative().default(600_000),
  retryAfterSeconds: z.number().nonnegative().default(1),
});
export type Fault = z.infer<typeof Fault>;
export type FaultInput = z.input<typeof Fault>;

/** What the engine would not have billed: it refused before it did the work, or says itself that it failed. */
export const unbilledFaults: ReadonlySet<FaultKind> = new Set([
  "rate_limited",
  "server_error",
  "failure_in_200",
]);

/** The first switch that strikes this attempt (counted from 1), or null. */
export function faultFor(
  faults: readonly Fault[],
  at: { seed: number; engineId: string; requestId: string; attempt: number },
): Fault | null {
  return faults.find((fault, index) => strikes(fault, index, at)) ?? null;
}

function strikes(
  fault: Fault,
  index: number,
  at: { seed: number; engineId: string; requestId: string; attempt: number },
): boolean {
  if (fault.engine !== undefined && fault.engine !== at.engineId) return false;
  if (fault.firstAttempts !== undefined) return at.attempt <= fault.firstAttempts;
  const draw = seededRandom(at.seed, "fault", index, fault.kind, at.requestId, at.attempt).next();
  return draw < (fault.share ?? 1);
}
