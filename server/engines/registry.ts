import { chatgpt } from "./adapters/chatgpt";
import { chatgptWeb } from "./adapters/chatgpt-web";
import { claude } from "./adapters/claude";
import { gemini } from "./adapters/gemini";
import { googleAiMode } from "./adapters/google-ai-mode";
import { googleAiOverviews } from "./adapters/google-ai-overviews";
import { grok } from "./adapters/grok";
import { openAiCompatible } from "./adapters/openai-compatible";
import { perplexity } from "./adapters/perplexity";
import type { Engine } from "./define-engine";

/** Every engine: one line each. Ids, prices, labels, the sandbox's routes and the conformance tests derive from here. */
export const engines: readonly Engine[] = [
  chatgpt,
  chatgptWeb,
  googleAiMode,
  googleAiOverviews,
  gemini,
  claude,
  perplexity,
  grok,
  openAiCompatible,
];

const byId = new Map(engines.map((engine) => [engine.id, engine]));

/** The engine of that id, or undefined: ids are text in the database, and an old one may have left the registry. */
export function findEngine(id: string): Engine | undefined {
  return byId.get(id);
}

/** The engine of that id. Throws for an unknown one: check with findEngine where the id comes from outside. */
export function getEngine(id: string): Engine {
  const engine = byId.get(id);
  if (!engine) throw new Error(`no engine "${id}": known are ${[...byId.keys()].join(", ")}`);
  return engine;
}
