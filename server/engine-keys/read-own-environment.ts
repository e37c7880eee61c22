import type { TenantTransaction } from "@/db/tenant";
import { type Environment, environmentWith, keyProviders, keyVariables } from "@/server/engines";
import { readOwnProviders } from "./read-own-providers";

const STAND_IN = { secret: "the org's own", login: "the org's own" };

/**
 * What tells whether the org can ask an engine: the process's variables, with a stand-in for each key that the org brought.
 * No key is opened for it; to ask with, it is of no use.
 */
export async function readOwnEnvironment(tx: TenantTransaction): Promise<Environment> {
  const own = await readOwnProviders(tx);
  const variables = keyProviders
    .filter(({ id }) => own.has(id))
    .map((provider) => keyVariables(provider, STAND_IN));
  return environmentWith(Object.assign({}, ...variables));
}
