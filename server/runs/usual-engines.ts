import { findEngine } from "@/server/engines";
import type { EngineOption } from "./contract";

/** How many a first run asks, unless somebody chooses otherwise. */
const FIRST_RUN = 2;

/**
 * Which engines a run asks unless somebody chooses otherwise: those of the project's newest run that can be asked now. Where
 * none is left, or for a first run: the cheapest two of an API whose citations can be seen.
 */
export function usualEngines(options: readonly EngineOption[], lastAsked: readonly string[]): string[] {
  const ready = options.filter(({ problem }) => problem === null);
  const usual = ready.filter(({ engineId }) => lastAsked.includes(engineId));
  const chosen = usual.length > 0 ? usual : cheapest(ready);
  return ready.filter((option) => chosen.includes(option)).map(({ engineId }) => engineId);
}

/** By price, and at the same price in the order of the registry; any engine where no API shows its citations. */
function cheapest(ready: readonly EngineOption[]): EngineOption[] {
  const telling = ready.filter(
    ({ engineId, surface }) =>
      surface === "api" && findEngine(engineId)?.observability.cited.observable === true,
  );
  return (telling.length > 0 ? telling : [...ready])
    .toSorted((one, other) => one.credits - other.credits)
    .slice(0, FIRST_RUN);
}
