import { and, eq } from "drizzle-orm";
import { metricValue } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { parseInput } from "@/server/kernel/parse-input";
import { ok, type Result } from "@/server/kernel/result";
import { type FilterOptions, ProjectInput } from "./contract";

/** The engines, surfaces and windows that the project has been measured on, for every role. */
export async function listFilterOptions(input: ProjectInput): Promise<Result<FilterOptions>> {
  const parsed = parseInput(ProjectInput, input);
  if (!parsed.ok) return parsed;
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const rows = await tx
      .selectDistinct({
        engineId: metricValue.engineId,
        surface: metricValue.surface,
        start: metricValue.windowStart,
        days: metricValue.windowDays,
      })
      .from(metricValue)
      .where(
        and(
          eq(metricValue.orgId, orgId),
          eq(metricValue.projectId, parsed.value.projectId),
          // One metric is enough: every measured window has it.
          eq(metricValue.metricId, "completion"),
        ),
      );
    const engines = [...new Set(rows.map((row) => row.engineId))].map((engineId) => ({
      engineId,
      label: findEngine(engineId)?.label ?? engineId,
    }));
    const windows = [
      ...new Map(rows.map(({ start, days }) => [`${start} ${days}`, { start, days }])).values(),
    ];
    return ok({
      engines: engines.toSorted((a, b) => a.label.localeCompare(b.label)),
      surfaces: [...new Set(rows.map((row) => row.surface))].toSorted(),
      windows: windows.toSorted((a, b) => b.start.localeCompare(a.start)),
    });
  });
}
