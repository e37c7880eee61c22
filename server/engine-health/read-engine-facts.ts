import type { TenantTransaction } from "@/db/tenant";
import { readOwnEnvironment, readOwnProviders } from "@/server/engine-keys";
import { type Engine, keyProviderOf } from "@/server/engines";
import type { EngineFacts } from "./engine-item";
import { noCalls, readCalls } from "./read-calls";
import { readStates } from "./read-states";

/** What is known of these engines now: the org's keys, the breakers, and what everybody's calls came to. */
export async function readEngineFacts(
  tx: TenantTransaction,
  engines: readonly Engine[],
): Promise<EngineFacts[]> {
  const environment = await readOwnEnvironment(tx);
  const own = await readOwnProviders(tx);
  const states = await readStates(tx);
  const calls = await readCalls(tx);
  return engines.map((engine) => {
    const provider = keyProviderOf(engine.id)?.id;
    return {
      engine,
      environment,
      ownKey: provider !== undefined && own.has(provider),
      state: states.get(engine.id),
      calls: calls.get(engine.id) ?? noCalls(),
    };
  });
}
