import { and, eq } from "drizzle-orm";
import { panel, panelVersion } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { readBalance } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { planWeek, promptsFor } from "@/server/metrics";
import { checkPrompts } from "./check-request";
import { PlanPanelInput, type RunPlanDto, WEEKS_A_MONTH } from "./contract";
import { planWords } from "./plan-words";
import { asksOfGrid, priceAsks } from "./price-grid";

/** The change that a customer may ask for alerts of. */
const WANTED_CHANGE = 0.05;

/**
 * What a panel could say with so many prompts and answers a week, and what that costs at today's price; for every role.
 * Branded prompts of the panel stay as they are: they cost, and enter no level. Takes no engine's state into account.
 */
export async function planPanel(input: PlanPanelInput): Promise<Result<RunPlanDto>> {
  const parsed = parseInput(PlanPanelInput, input);
  if (!parsed.ok) return parsed;
  const { panelVersionId, engineIds, prompts, answers, rate } = parsed.value;
  const { orgId } = requireContext();
  return withTenant<RunPlanDto>(async (tx) => {
    const checked = await checkPrompts(tx, { ...parsed.value, engineIds: [] });
    if (!checked.ok) return checked;
    const [of] = await tx
      .select({ panelId: panel.id, name: panel.name, version: panelVersion.version })
      .from(panelVersion)
      .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
      .where(and(eq(panelVersion.orgId, orgId), eq(panelVersion.id, panelVersionId)));
    if (!of) return err(notFound("panel in this project"));
    const { unbranded } = checked.value;
    const branded = checked.value.prompts - unbranded;
    const asks = asksOfGrid({ engineIds, prompts: prompts + branded, repeats: answers });
    const { credits } = priceAsks(asks);
    const { available } = await readBalance(tx);
    const precision = planWeek({ prompts, answers, rate });
    return ok({
      panel: of,
      unbranded,
      branded,
      asksAWeek: [...asks.values()].reduce((sum, count) => sum + count, 0),
      creditsAWeek: credits,
      creditsAMonth: Math.round(credits * WEEKS_A_MONTH),
      weeksLeft: credits === 0 ? null : Math.floor(available / credits),
      precision,
      says: planWords(precision, answers),
      promptsForChange: promptsFor(WANTED_CHANGE, { answers, rate }),
    });
  });
}
