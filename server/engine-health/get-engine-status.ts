import { withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type EngineDto, EngineInput } from "./contract";
import { engineItem } from "./engine-item";
import { readEngineFacts } from "./read-engine-facts";
import { lastFaultOf } from "./read-states";

/** One engine with all that it shows and takes, and the health that our own calls, of all orgs, found it in. */
export async function getEngineStatus(input: EngineInput): Promise<Result<EngineDto>> {
  const parsed = parseInput(EngineInput, input);
  if (!parsed.ok) return parsed;
  const engine = findEngine(parsed.value.engineId);
  if (!engine) return err(notFound("engine"));
  return withTenant<EngineDto>(async (tx) => {
    const [facts] = await readEngineFacts(tx, [engine]);
    if (!facts) throw new Error("facts of one engine are missing");
    const { contract, request, localeMapping, knownLimits, limits } = engine;
    return ok({
      ...engineItem(facts),
      contract,
      request,
      localeMapping,
      knownLimits,
      limits: { timeoutMs: limits.timeoutMs, promptChars: limits.promptChars },
      ...facts.calls,
      lastFault: lastFaultOf(facts.state),
    });
  });
}
