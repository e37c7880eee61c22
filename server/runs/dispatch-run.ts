import { openRun } from "@/db/schema";
import type { TenantTransaction } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { readBalance } from "@/server/credits";
import { requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError } from "@/server/kernel/errors";
import type { RunId } from "@/server/kernel/id";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce } from "@/server/outbox";
import { patience } from "./patience";

export interface RequestedRun {
  readonly runId: RunId;
  readonly priceCredits: number;
}

interface NewRun {
  readonly runId: RunId;
  readonly credits: number;
  readonly whenUnpaid: "refuse" | "wait";
  readonly action: "run.request" | "run.retry";
  /** For the audit row. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Puts a run that was just inserted on its way: refuses what can't be paid (the decision under the lock comes with the
 * reservation), and writes its place in the janitor's directory, its event and its audit row. Send the outbox after the
 * commit.
 */
export async function dispatchRun(tx: TenantTransaction, newRun: NewRun): Promise<Result<RequestedRun>> {
  const { orgId } = requireContext();
  const { runId, credits, whenUnpaid, action, detail } = newRun;
  const { available } = await readBalance(tx);
  if (whenUnpaid === "refuse" && available < credits) return err(cannotPay(credits, available));
  await tx
    .insert(openRun)
    .values({ orgId, runId, checkAt: new Date(Date.now() + patience.quietSeconds * 1000) });
  await announce(tx, "run/requested", { orgId, runId }, `run-requested:${runId}`);
  await recordAudit(tx, { action, subjectType: "run", subjectId: runId, detail: { credits, ...detail } });
  crashPoint("request/before-commit");
  return ok({ runId, priceCredits: credits });
}

function cannotPay(needed: number, balance: number): AppError {
  return new AppError(
    "insufficient_credits",
    `This run needs ${needed} credits and the wallet holds ${balance}. Top up, or ask fewer prompts, engines or repeats.`,
    { needed, balance },
  );
}
