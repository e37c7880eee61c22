import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { openRun, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { readBalance } from "@/server/credits";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId, type RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";
import { checkEngines, checkPrompts } from "./check-request";
import { RequestRunInput } from "./contract";
import { priceGrid } from "./price-grid";

export interface RequestedRun {
  readonly runId: RunId;
  readonly priceCredits: number;
}

type Wanted = z.output<typeof RequestRunInput>;

const CHECK_AFTER_MS = 60_000;

/**
 * Prices the grid and puts the run on its way; nothing is bought yet. Refuses an engine without a key, a panel without
 * prompts, and (unless told to wait) what the wallet can't pay, with the numbers. Idempotent by key: the same key with
 * the same input returns the first run, with another input it is a conflict.
 */
export async function requestRun(input: RequestRunInput): Promise<Result<RequestedRun>> {
  if (!mayActAs("member")) return err(forbidden("start a run"));
  const parsed = parseInput(RequestRunInput, input);
  if (!parsed.ok) return parsed;
  const wanted = parsed.value;
  const engines = checkEngines(wanted);
  if (!engines.ok) return engines;
  const result = await withTenant((tx) => insertRun(tx, wanted, engines.value.sandbox));
  if (result.ok) await sendOutboxSoon();
  return result;
}

async function insertRun(
  tx: TenantTransaction,
  wanted: Wanted,
  sandbox: boolean,
): Promise<Result<RequestedRun>> {
  const { orgId } = requireContext();
  const checked = await checkPrompts(tx, wanted);
  if (!checked.ok) return checked;
  const { prompts } = checked.value;
  const { grid, credits, priceVersion } = await priceGrid(tx, { ...wanted, prompts });
  const { simulated, idemKey, whenUnpaid, ...rest } = wanted;
  const fingerprint = createHash("sha256")
    .update(JSON.stringify({ ...rest, simulated }))
    .digest("hex");
  const runId = newId<RunId>();
  const inserted = await tx
    .insert(run)
    .values({
      orgId,
      id: runId,
      projectId: wanted.projectId,
      panelVersionId: wanted.panelVersionId,
      kind: "ask",
      state: "requested",
      grid: grid.map((engine) => ({ ...engine, surface: simulated.surface ?? engine.surface })),
      repeats: wanted.repeats,
      priceVersion,
      priceCredits: credits,
      sandbox,
      idemKey,
      fingerprint,
      observedAt: simulated.observedAt ?? new Date(),
    })
    .onConflictDoNothing({ target: [run.orgId, run.idemKey] })
    .returning({ id: run.id });
  if (inserted.length === 0) return readEarlier(tx, idemKey, fingerprint);

  const { balance } = await readBalance(tx);
  if (whenUnpaid === "refuse" && balance < credits) return err(cannotPay(credits, balance));
  await tx.insert(openRun).values({ orgId, runId, checkAt: new Date(Date.now() + CHECK_AFTER_MS) });
  await announce(tx, "run/requested", { orgId, runId }, `run-requested:${runId}`);
  await recordAudit(tx, {
    action: "run.request",
    subjectType: "run",
    subjectId: runId,
    detail: { credits, priceVersion, prompts, engines: wanted.engineIds, repeats: wanted.repeats },
  });
  return ok({ runId, priceCredits: credits });
}

async function readEarlier(
  tx: TenantTransaction,
  idemKey: string,
  fingerprint: string,
): Promise<Result<RequestedRun>> {
  const { orgId } = requireContext();
  const [earlier] = await tx
    .select()
    .from(run)
    .where(and(eq(run.orgId, orgId), eq(run.idemKey, idemKey)));
  if (earlier?.fingerprint !== fingerprint) {
    return err(new AppError("conflict", "This idempotency key was used for a run with other settings."));
  }
  return ok({ runId: earlier.id, priceCredits: earlier.priceCredits });
}

function cannotPay(needed: number, balance: number): AppError {
  return new AppError(
    "insufficient_credits",
    `This run needs ${needed} credits and the wallet holds ${balance}. Top up, or ask fewer prompts, engines or repeats.`,
    { needed, balance },
  );
}
