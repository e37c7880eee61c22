import { metricValue, NO_BRAND } from "@/db/schema";
import { inOrg } from "@/db/testing/factories";
import { BrandId, type OrgId, type PanelVersionId, type ProjectId } from "@/server/kernel/id";
import { computeMetrics, NAMES_ALONE } from "@/server/metrics";

/** A window of a series, as a run would have left it. */
export interface SeededWindow {
  readonly orgId: OrgId;
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
  readonly engineId?: string;
  readonly surface?: string;
  readonly start: string;
  readonly sandbox?: boolean;
  readonly model?: string;
  /** Own brand first; `named` of every ten answers name it. */
  readonly brands: readonly { readonly brandId: BrandId; readonly named: number }[];
  readonly prompts?: number;
  /** Of ten asks of each prompt, how many came back. */
  readonly cameBack?: number;
}

/** Writes the rows that measureRun would write for it, through the same pure computation. */
export async function seedWindow(seeded: SeededWindow): Promise<void> {
  const { orgId, projectId, panelVersionId, start, brands, prompts = 12, cameBack = 10 } = seeded;
  const window = { start, days: 7 };
  const cells = Array.from({ length: prompts }, (_, prompt) => ({
    promptId: `prompt-${prompt}`,
    intent: "category" as const,
    answers: Array.from({ length: cameBack }, (_, repeat) => ({
      state: "answered" as const,
      day: start,
      named: brands.filter(({ named }) => (repeat * 3 + prompt) % 10 < named).map(({ brandId }) => brandId),
      ...NAMES_ALONE,
      planned: true,
    })),
    unanswered: { failed: 10 - cameBack, orphaned: 0, cancelled: 0 },
  }));
  const ids = brands.map(({ brandId }) => brandId);
  const rows = computeMetrics({ window, own: ids[0] ?? "", brands: ids, cells });
  const versions = {
    models: [seeded.model ?? "model-1"],
    contracts: ["contract-1"],
    extractors: ["extractor-1"],
    brandSets: ["brands-1"],
  };
  await inOrg(orgId, (tx) =>
    tx.insert(metricValue).values(
      rows.map(({ metricId, brandId, method, ...detail }) => ({
        orgId,
        projectId,
        panelVersionId,
        windowStart: start,
        windowDays: window.days,
        engineId: seeded.engineId ?? "chatgpt",
        surface: seeded.surface ?? "api",
        metricId,
        brandId: brandId === null ? NO_BRAND : BrandId.parse(brandId),
        value: detail.value,
        answers: detail.n,
        prompts: detail.k,
        detail,
        provenance: { method, sandbox: seeded.sandbox ?? false, ...versions },
      })),
    ),
  );
}
