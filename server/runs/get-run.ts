import { and, eq } from "drizzle-orm";
import { type RunState, run } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { type RunCredits, readRunCredits } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import type { ProjectId, RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import type { AskCounts } from "./contract";
import { countAsks } from "./rows";

export interface RunView {
  readonly runId: RunId;
  readonly projectId: ProjectId;
  readonly state: RunState;
  readonly failure: string | null;
  readonly sandbox: boolean;
  readonly priceCredits: number;
  readonly asks: AskCounts;
  readonly credits: RunCredits;
}

/** How a run stands: its state, its asks by state, and the story of its credits. */
export async function getRun(runId: RunId): Promise<Result<RunView>> {
  const { orgId } = requireContext();
  return withTenant(async (tx) => {
    const [found] = await tx
      .select()
      .from(run)
      .where(and(eq(run.orgId, orgId), eq(run.id, runId)));
    if (!found) return err(notFound("run"));
    const { projectId, state, failure, sandbox, priceCredits } = found;
    const asks = await countAsks(tx, runId);
    const credits = await readRunCredits(tx, runId);
    return ok({ runId, projectId, state, failure, sandbox, priceCredits, asks, credits });
  });
}
