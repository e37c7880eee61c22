import type { AskDeps, AskRequest, RawReply } from "./define-engine";
import { getEngine } from "./registry";

/** What stands around a call: it waits for its turn and calls, or throws. */
type Through = (call: () => Promise<RawReply>) => Promise<RawReply>;

/**
 * Buys one answer: the only door to an engine. One attempt, no retry, `through` what the caller puts around it: its limits
 * and its breaker. Resolves with the raw body of an answer that the engine gave; throws EngineError (engine-error.ts says
 * which failures are safe to repeat), and Error for an unknown engine or a token that server/credits didn't mint for this
 * very ask.
 */
export async function askEngine(
  engineId: string,
  request: AskRequest,
  { through, ...deps }: AskDeps & { readonly through?: Through } = {},
): Promise<RawReply> {
  const engine = getEngine(engineId);
  const ask = () => engine.ask(request, deps);
  return through ? through(ask) : ask();
}
