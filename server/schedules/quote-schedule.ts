import { and, eq } from "drizzle-orm";
import { panel } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { readOwnEnvironment } from "@/server/engine-keys";
import { requireContext } from "@/server/kernel/context";
import { AppError, notFound } from "@/server/kernel/errors";
import { newId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { checkEngines, creditsOfRun } from "@/server/runs";
import { isTimeZone } from "./cadence";
import { SaveScheduleInput, type ScheduleQuoteDto } from "./contract";
import { creditsAMonth, forecastCredits, promptsOfNewest, readPriced } from "./priced-schedules";

/**
 * What a schedule would cost, and how long the org's credits would last with it instead of the one that its panel has now;
 * for every role. Refuses in words what saving it would refuse.
 */
export async function quoteSchedule(input: SaveScheduleInput): Promise<Result<ScheduleQuoteDto>> {
  const parsed = parseInput(SaveScheduleInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, panelId, engineIds, repeats, ...cadence } = parsed.value;
  if (!isTimeZone(cadence.timeZone)) return err(unknownZone(cadence.timeZone));
  const { orgId } = requireContext();
  return withTenant<ScheduleQuoteDto>(async (tx) => {
    const [found] = await tx
      .select({ prompts: promptsOfNewest() })
      .from(panel)
      .where(and(eq(panel.orgId, orgId), eq(panel.projectId, projectId), eq(panel.id, panelId)));
    if (!found) return err(notFound("panel in this project"));
    const engines = checkEngines(engineIds, await readOwnEnvironment(tx));
    if (!engines.ok) return engines;
    const creditsARun = creditsOfRun({ engineIds, repeats, ...found });
    const all = await readPriced(tx);
    const now = all.find(({ row }) => row.panelId === panelId);
    const others = all.filter((each) => each !== now && each.row.state === "active");
    const wanted = {
      row: { ...cadence, id: now?.row.id ?? newId<string>() },
      creditsARun,
      doneThrough: now?.doneThrough ?? null,
    };
    const forecast = await forecastCredits(tx, [...others, wanted], new Date());
    return ok({ creditsARun, creditsAMonth: creditsAMonth(creditsARun, cadence), ...forecast });
  });
}

export function unknownZone(timeZone: string): AppError {
  return new AppError("invalid_input", `“${timeZone}” is no time zone. Choose one of the list.`);
}
