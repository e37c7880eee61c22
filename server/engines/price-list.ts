import type { PriceListRow } from "./contract";
import { engines } from "./registry";

/** What an answer of each engine costs now, in whole credits. The database keeps versions of it; a run keeps its own. */
export function currentPriceList(): PriceListRow[] {
  return engines.map(({ id, surface, price, estimateMicros }) => ({
    engineId: id,
    surface,
    credits: price.credits,
    noAnswerShownCredits: price.noAnswerShownCredits ?? price.credits,
    estimateMicros,
  }));
}
