import type { AskDeps } from "./define-engine";
import { environmentWith } from "./environment-with";
import { type GivenKey, type KeyProvider, keyVariables, reads } from "./key-providers";
import { engines } from "./registry";
import { failureOfNetwork } from "./wire/http-failures";

/** What a vendor said to a key: `unclear` when it said nothing about it. `words` are for the person who gave the key. */
export interface KeyCheck {
  readonly state: "working" | "refused" | "unclear";
  readonly words: string;
}

const TIMEOUT_MS = 10_000;
/** Google and xAI call a key that they don't know a bad request, and this request has nothing else that could be bad. */
const REFUSALS = new Set([400, 401, 403]);

/**
 * Asks the vendor whether it knows the key: one GET that costs nothing and whose body isn't read. Never throws for what
 * the vendor does; no word of the answer holds the key, or anything that the vendor wrote.
 */
export async function checkKey(
  provider: KeyProvider,
  key: GivenKey,
  deps: Pick<AskDeps, "fetch" | "environment" | "timeoutMs"> = {},
): Promise<KeyCheck> {
  const engine = engines.find((each) => reads(each, provider));
  if (!engine) throw new Error(`no engine is asked with a key of ${provider.label}`);
  const environment = environmentWith(keyVariables(provider, key), deps.environment);
  const status = engine.status(environment);
  if (!status.ready)
    return unclear(
      `${provider.label} can’t be asked here. Whoever runs this site has to mend it: ${status.reason}.`,
    );
  const url = `${String(engine.settings(environment)[provider.check.base])}${provider.check.path}`;
  try {
    const reply = await (deps.fetch ?? globalThis.fetch)(url, {
      headers: provider.headers(key),
      redirect: "manual",
      signal: AbortSignal.timeout(deps.timeoutMs ?? TIMEOUT_MS),
    });
    await reply.body?.cancel();
    return verdict(provider, reply.status);
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return unclear(`${provider.label} gave no answer in time. Test the key again in a minute.`);
    return unclear(`${failureOfNetwork(provider.label, error).message}. Test the key again in a minute.`);
  }
}

function verdict({ label }: KeyProvider, httpStatus: number): KeyCheck {
  if (httpStatus >= 200 && httpStatus < 300) return { state: "working", words: `${label} knows this key.` };
  if (REFUSALS.has(httpStatus)) {
    const why = httpStatus === 403 ? "may not use the API" : "is not one that it knows";
    const words = `${label} refused this key (HTTP ${httpStatus}): it ${why}. Copy it again from ${label}’s own settings, or make a new one there.`;
    return { state: "refused", words };
  }
  if (httpStatus === 402)
    return unclear(`${label} asks for a payment first (HTTP 402). Look at your account there.`);
  if (httpStatus === 429)
    return unclear(`${label} asks to slow down (HTTP 429). Test the key again in a minute.`);
  return unclear(
    `${label} could not say whether it knows this key (HTTP ${httpStatus}). Test it again in a minute.`,
  );
}

function unclear(words: string): KeyCheck {
  return { state: "unclear", words };
}
