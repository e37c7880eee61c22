import { and, eq } from "drizzle-orm";
import { reviewSetting } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import type { ProjectId } from "@/server/kernel/id";
import { DEFAULT_SETTING, type ReviewSetting } from "./contract";

export async function readSetting(tx: TenantTransaction, projectId: ProjectId): Promise<ReviewSetting> {
  const [row] = await tx
    .select({ confidence: reviewSetting.confidence, share: reviewSetting.share })
    .from(reviewSetting)
    .where(and(eq(reviewSetting.orgId, requireContext().orgId), eq(reviewSetting.projectId, projectId)));
  return row ?? DEFAULT_SETTING;
}
