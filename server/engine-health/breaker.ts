import type { CallOutcome } from "./call-outcome";

export type BreakerState = "closed" | "open" | "half_open";

/** How an engine's breaker stands. Moments are milliseconds of the database's clock, the one that all processes share. */
export interface Standing {
  readonly state: BreakerState;
  readonly windowFrom: number;
  readonly windowCalls: number;
  readonly windowFaults: number;
  readonly windowLimited: number;
  /** Openings in a row, without an answered probe between them. */
  readonly openings: number;
  readonly openUntil: number | null;
  readonly probeToken: string | null;
}

/** What a process tells about one call. `probe`: the token it called under, while the breaker was half open. */
export interface CallResult {
  readonly outcome: CallOutcome;
  readonly probe: string | null;
  /** Calls that this process saw answered since it last told anything. */
  readonly answeredSince: number;
  readonly retryAfterMs?: number | undefined;
}

interface BreakerRules {
  readonly windowMs: number;
  /** So many in one window, and at least this share of its calls, open the breaker. */
  readonly faults: number;
  readonly limited: number;
  readonly share: number;
  /** The first opening; each further one in a row takes twice as long, up to the longest. */
  readonly openMs: number;
  readonly longestOpenMs: number;
}

/** Being asked to slow down is no fault: it takes more of it, since a few are how an engine says where its limit is. */
export const RULES: BreakerRules = {
  windowMs: 60_000,
  faults: 10,
  limited: 30,
  share: 0.5,
  openMs: 10_000,
  longestOpenMs: 300_000,
};

export const CLOSED: Standing = {
  state: "closed",
  windowFrom: 0,
  windowCalls: 0,
  windowFaults: 0,
  windowLimited: 0,
  openings: 0,
  openUntil: null,
  probeToken: null,
};

/**
 * How the breaker stands after a call. Closed: counts, and opens when enough of a window failed. Half open: its probe
 * alone decides. Open, and for a probe that was succeeded: nothing, such a call began before.
 */
export function afterCall(standing: Standing, result: CallResult, now: number, rules = RULES): Standing {
  if (standing.state === "half_open" && result.probe !== null && result.probe === standing.probeToken)
    return afterProbe(standing, result, now, rules);
  if (standing.state !== "closed" || result.probe !== null) return standing;
  const counted = count(standing, result, now, rules);
  return isTooMuch(counted, rules) ? opened(counted, result, now, rules) : counted;
}

function afterProbe(standing: Standing, result: CallResult, now: number, rules: BreakerRules): Standing {
  switch (result.outcome) {
    case "answered":
    case "refused":
      return { ...CLOSED, windowFrom: now };
    case "fault":
    case "limited":
      return opened(standing, result, now, rules);
    case "nothing":
      // The probe learnt nothing: the next one may go at once.
      return { ...standing, state: "open", openUntil: now, probeToken: null };
  }
}

function count(standing: Standing, result: CallResult, now: number, rules: BreakerRules): Standing {
  const window = now - standing.windowFrom > rules.windowMs ? { ...CLOSED, windowFrom: now } : standing;
  const ended = result.outcome === "nothing" ? 0 : 1;
  return {
    ...window,
    windowCalls: window.windowCalls + result.answeredSince + ended,
    windowFaults: window.windowFaults + (result.outcome === "fault" ? 1 : 0),
    windowLimited: window.windowLimited + (result.outcome === "limited" ? 1 : 0),
  };
}

function isTooMuch({ windowCalls, windowFaults, windowLimited }: Standing, rules: BreakerRules): boolean {
  const enough = windowFaults >= rules.faults || windowLimited >= rules.limited;
  return enough && windowFaults + windowLimited >= windowCalls * rules.share;
}

function opened(standing: Standing, result: CallResult, now: number, rules: BreakerRules): Standing {
  const doubled = rules.openMs * 2 ** Math.min(standing.openings, 16);
  const lasts = Math.min(rules.longestOpenMs, Math.max(doubled, result.retryAfterMs ?? 0));
  return {
    ...CLOSED,
    state: "open",
    windowFrom: now,
    openings: standing.openings + 1,
    openUntil: now + lasts,
  };
}
