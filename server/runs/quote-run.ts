import { withTenant } from "@/db/tenant";
import { readBalance } from "@/server/credits";
import { readEngineNotes } from "@/server/engine-health";
import { readOwnEnvironment } from "@/server/engine-keys";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { checkNotes } from "./check-notes";
import { checkEngines, checkPrompts } from "./check-request";
import { QuoteRunInput, type RunQuoteDto } from "./contract";
import { engineLabel } from "./engine-label";
import { precisionWords } from "./precision-words";
import { asksOfGrid, priceAsks } from "./price-grid";

/**
 * What a run would cost, at today's price, and what it could say; for every role. Refuses what a request would refuse,
 * except for a wallet that can't pay: that is a number here.
 */
export async function quoteRun(input: QuoteRunInput): Promise<Result<RunQuoteDto>> {
  const parsed = parseInput(QuoteRunInput, input);
  if (!parsed.ok) return parsed;
  const { engineIds, repeats } = parsed.value;
  return withTenant<RunQuoteDto>(async (tx) => {
    const checkedEngines = checkEngines(engineIds, await readOwnEnvironment(tx));
    if (!checkedEngines.ok) return checkedEngines;
    const resting = checkNotes(engineIds, await readEngineNotes(tx));
    if (!resting.ok) return resting;
    const checked = await checkPrompts(tx, parsed.value);
    if (!checked.ok) return checked;
    const { prompts, unbranded } = checked.value;
    const asks = asksOfGrid({ engineIds, prompts, repeats });
    const { credits, grid } = priceAsks(asks);
    const { available } = await readBalance(tx);
    return ok({
      prompts,
      repeats,
      asks: [...asks.values()].reduce((sum, count) => sum + count, 0),
      credits,
      engines: grid.map(({ engineId, credits: each }) => {
        const count = asks.get(engineId) ?? 0;
        return { engineId, label: engineLabel(engineId), asks: count, credits: each * count };
      }),
      available,
      availableAfter: available - credits,
      payable: credits <= available,
      precision: precisionWords(unbranded, repeats),
      resting: resting.value,
    });
  });
}
