import { and, eq } from "drizzle-orm";
import { brand } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { ALERT_THRESHOLD, countFalseAlarms, METHOD_VERSION, SIGNIFICANCE } from "@/server/metrics";
import { type ComparedHalves, compareHalves, type HalvesVerdict } from "./compare-halves";
import { type EngineFalseAlarms, type FalseAlarms, ProjectInput } from "./contract";
import { seriesKey } from "./read-metric-rows";
import type { WindowSeries } from "./read-newest-series";

/**
 * How often the change test raises a false alarm on the project's own answers: every other day of its newest fortnights
 * against the days between; and how often a made-up brand was found in them. Reads those answers; for every role.
 */
export async function getFalseAlarms(input: ProjectInput): Promise<Result<FalseAlarms>> {
  const parsed = parseInput(ProjectInput, input);
  if (!parsed.ok) return parsed;
  const { projectId } = parsed.value;
  return withTenant<FalseAlarms>(async (tx) => {
    const { orgId } = requireContext();
    const [own] = await tx
      .select({ brandId: brand.id })
      .from(brand)
      .where(and(eq(brand.orgId, orgId), eq(brand.projectId, projectId), eq(brand.kind, "own")));
    if (!own) return err(notFound("project"));
    return ok(describeHalves(await compareHalves(tx, projectId, own.brandId)));
  });
}

function describeHalves({ series, verdicts }: ComparedHalves): FalseAlarms {
  const windows = [...new Map(series.map(({ window }) => [window.start, window])).values()];
  const engines = Map.groupBy(series, keyOf);
  const verdictsOf = Map.groupBy(verdicts, ({ series: own }) => keyOf(own));
  return {
    rules: { method: METHOD_VERSION, significance: SIGNIFICANCE, threshold: ALERT_THRESHOLD },
    windows,
    total: { ...countFalseAlarms(clustered(verdicts)), controls: controlsOf(series) },
    engines: [...engines]
      .flatMap(([key, own]) => describeEngine(own, verdictsOf.get(key) ?? []))
      .sort((one, other) => one.engine.localeCompare(other.engine, "en")),
  };
}

function keyOf({ engineId, surface, sandbox }: WindowSeries): string {
  return seriesKey(engineId, surface, sandbox);
}

function clustered(verdicts: readonly HalvesVerdict[]) {
  return verdicts.map(({ series, ...judged }) => ({
    cluster: `${keyOf(series)} ${series.window.start}`,
    ...judged,
  }));
}

function describeEngine(
  series: readonly WindowSeries[],
  verdicts: readonly HalvesVerdict[],
): EngineFalseAlarms[] {
  const [first] = series;
  if (!first) return [];
  const { engineId, surface, sandbox } = first;
  return [
    {
      engineId,
      engine: findEngine(engineId)?.label ?? engineId,
      surface,
      sandbox,
      ...countFalseAlarms(clustered(verdicts)),
      controls: controlsOf(series),
    },
  ];
}

function controlsOf(series: readonly WindowSeries[]): EngineFalseAlarms["controls"] {
  return {
    answers: series.reduce((sum, { controls }) => sum + controls.answers, 0),
    found: series.reduce((sum, { controls }) => sum + controls.found, 0),
  };
}
