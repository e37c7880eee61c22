import { EngineError, getEngine } from "@/server/engines";
import { logger } from "@/server/kernel/logger";
import { type CallOutcome, outcomeOf } from "./call-outcome";
import { answeredSinceReport, countCall } from "./count-calls";
import { pausedWords, restingWords } from "./health-words";
import { forgetStandings, knownStanding } from "./known-standings";
import { reportCall } from "./report-call";
import { takeProbe } from "./take-probe";

/** A probe's lease is longer than its call can take, so that a slow probe is never joined by a second one. */
const PROBE_MARGIN_MS = 15_000;
/** How long others wait while a probe is out: it mostly comes back long before its lease ends. */
const WHILE_PROBED_MS = 15_000;

/**
 * Calls an engine through its breaker, which all processes share. Throws EngineError, free and before anything is sent,
 * when the engine is paused (not_ready) or not answering (resting, with the time to wait); else what `call` does. While
 * the breaker is closed and calls are answered, it writes nothing. The limits of an org's own key are that org's: being
 * asked to slow down then says that the engine is up.
 */
export async function guardCall<T>(
  engineId: string,
  call: () => Promise<T>,
  key: "platform" | "own" = "platform",
): Promise<T> {
  const probe = await admit(engineId);
  const began = performance.now();
  try {
    const answer = await call();
    countCall(engineId, "answered", performance.now() - began);
    if (probe !== null) await tell(engineId, probe, "answered", null);
    return answer;
  } catch (thrown) {
    const said = outcomeOf(thrown);
    const outcome = said === "limited" && key === "own" ? "refused" : said;
    countCall(engineId, outcome, null);
    await tell(engineId, probe, outcome, thrown);
    throw thrown;
  }
}

/** The token of the probe that this call is, or null: the breaker is closed. */
async function admit(engineId: string): Promise<string | null> {
  const standing = await knownStanding(engineId);
  if (standing === null) return null;
  const { label, limits } = getEngine(engineId);
  if (standing.pausedReason !== null) throw refusal("not_ready", pausedWords(label, standing.pausedReason));
  if (standing.restsMs === 0) {
    const probe = await takeProbe(engineId, limits.timeoutMs + PROBE_MARGIN_MS);
    forgetStandings();
    if (probe.ok && probe.value !== null) return probe.value;
  }
  const waitMs =
    standing.state === "open" && standing.restsMs > 0
      ? standing.restsMs
      : Math.min(WHILE_PROBED_MS, standing.restsMs || WHILE_PROBED_MS);
  throw refusal("resting", restingWords(label), waitMs);
}

/** Best effort: what became of the call itself matters more than what others learn of it. */
async function tell(
  engineId: string,
  probe: string | null,
  outcome: CallOutcome,
  thrown: unknown,
): Promise<void> {
  const isFault = outcome === "fault" || outcome === "limited";
  if (probe === null && !isFault) return;
  const failure = thrown instanceof EngineError ? thrown : null;
  const answeredSince = answeredSinceReport(engineId);
  const result = { outcome, probe, answeredSince, retryAfterMs: failure?.retryAfterMs };
  try {
    const told = await reportCall(engineId, result, isFault && failure ? failure.kind : null);
    if (!told.ok) logger.warn({ engineId, code: told.error.code }, "a call's outcome could not be told");
  } catch (error) {
    logger.warn({ err: error, engineId }, "a call's outcome could not be told");
  }
  forgetStandings();
}

function refusal(kind: "not_ready" | "resting", message: string, retryAfterMs?: number): EngineError {
  return new EngineError({
    kind,
    retryable: kind === "resting",
    mayHaveBeenPaid: false,
    message,
    retryAfterMs,
  });
}
