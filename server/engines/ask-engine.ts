import type { AskDeps, AskRequest, RawReply } from "./define-engine";
import { getEngine } from "./registry";

/**
 * Buys one answer: the only door to an engine. One attempt, no retry. Resolves with the raw body of an answer that the
 * engine gave; throws EngineError (engine-error.ts says which failures are safe to repeat), and Error for an unknown
 * engine or a token that server/credits didn't mint for this very ask.
 */
export async function askEngine(
  engineId: string,
  request: AskRequest,
  deps: AskDeps = {},
): Promise<RawReply> {
  return getEngine(engineId).ask(request, deps);
}
