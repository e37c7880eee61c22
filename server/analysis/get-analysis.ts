import { withTenant } from "@/db/tenant";
import { ok, type Result } from "@/server/kernel/result";
import type { AnalysisDto } from "./contract";
import { embeddingSettings, modelStatus } from "./model/model-status";
import { tasksInUse } from "./registry";
import { readMonth } from "./tokens/month-row";

/** Which model analyses the org's answers, and what is left of this month's tokens; for every role. */
export async function getAnalysis(
  environment?: Readonly<Record<string, string | undefined>>,
): Promise<Result<AnalysisDto>> {
  const status = modelStatus(environment);
  return withTenant<AnalysisDto>(async (tx) => {
    return ok({
      models: status.ready ? status.settings.models : null,
      similar: status.ready && embeddingSettings(environment) !== null,
      tokens: await readMonth(tx, null),
      tasks: tasksInUse.map(({ id, label, prompt }) => ({ id, label, promptVersion: prompt.version })),
    });
  });
}
