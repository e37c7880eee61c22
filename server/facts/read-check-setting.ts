import { and, eq } from "drizzle-orm";
import { checkSetting } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";
import { type CheckSetting, DEFAULT_CHECK_SETTING } from "./contract";

export async function readCheckSetting(tx: TenantTransaction, projectId: ProjectId): Promise<CheckSetting> {
  const [row] = await tx
    .select({
      share: checkSetting.share,
      answersPerRun: checkSetting.answersPerRun,
      pagesPerRun: checkSetting.pagesPerRun,
    })
    .from(checkSetting)
    .where(and(eq(checkSetting.orgId, requireContext().orgId), eq(checkSetting.projectId, projectId)));
  return row ?? DEFAULT_CHECK_SETTING;
}
