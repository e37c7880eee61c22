import { CallSlots } from "./call-slots";
import type { AskDeps, AskRequest, RawReply } from "./define-engine";
import { engines, getEngine } from "./registry";

/** By engine id: how many calls each one gets from this process at a time (its `limits.concurrency`). */
const slots = new Map(engines.map(({ id, limits }) => [id, new CallSlots(limits.concurrency)]));

/** What stands around a call when its turn has come: it calls, or throws. */
type Through = (call: () => Promise<RawReply>) => Promise<RawReply>;

/**
 * Buys one answer: the only door to an engine. One attempt, no retry, after its turn has come and `through` what the caller puts around it. Resolves with the raw body of an answer that the
 * engine gave; throws EngineError (engine-error.ts says which failures are safe to repeat), and Error for an unknown
 * engine or a token that server/credits didn't mint for this very ask.
 */
export async function askEngine(
  engineId: string,
  request: AskRequest,
  { through, ...deps }: AskDeps & { readonly through?: Through } = {},
): Promise<RawReply> {
  const engine = getEngine(engineId);
  const ask = () => engine.ask(request, deps);
  const call = through ? () => through(ask) : ask;
  return slots.get(engineId)?.run(call) ?? call();
}
