import { sql } from "drizzle-orm";
import { metricValue, NO_BRAND } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { BrandId } from "@/server/kernel/id";
import { computeMetrics, type MetricWindow } from "@/server/metrics";
import { readBrands } from "@/server/projects";
import type { SampledCells, Series } from "./read-sample";

/** Computes every metric of the sample and puts the rows in place of the window's. Returns how many there are. */
export async function measureWindow(
  tx: TenantTransaction,
  series: Series,
  window: MetricWindow,
  { cells, versions }: SampledCells,
): Promise<number> {
  const { orgId } = requireContext();
  const brands = await readBrands(tx, series.projectId);
  const own = brands.find((brand) => brand.own);
  if (!own) throw new Error("a project without its own brand can't be measured");
  const measured = computeMetrics({ window, own: own.id, brands: brands.map((brand) => brand.id), cells });
  const { projectId, panelVersionId, engineId, surface, sandbox } = series;
  await tx
    .insert(metricValue)
    .values(
      measured.map(({ metricId, brandId, method, ...detail }) => ({
        orgId,
        projectId,
        panelVersionId,
        windowStart: window.start,
        windowDays: window.days,
        engineId,
        surface,
        metricId,
        brandId: brandId === null ? NO_BRAND : BrandId.parse(brandId),
        value: detail.value,
        answers: detail.n,
        prompts: detail.k,
        detail,
        provenance: { method, sandbox, ...versions },
      })),
    )
    .onConflictDoUpdate({
      target: [
        metricValue.orgId,
        metricValue.projectId,
        metricValue.panelVersionId,
        metricValue.windowStart,
        metricValue.windowDays,
        metricValue.engineId,
        metricValue.surface,
        metricValue.metricId,
        metricValue.brandId,
      ],
      set: {
        value: sql`excluded.value`,
        answers: sql`excluded.answers`,
        prompts: sql`excluded.prompts`,
        detail: sql`excluded.detail`,
        provenance: sql`excluded.provenance`,
        computedAt: sql`now()`,
      },
    });
  return measured.length;
}
