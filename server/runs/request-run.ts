import { createHash } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId, type RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { sendOutboxSoon } from "@/server/outbox";
import { checkEngines, checkPrompts } from "./check-request";
import { RequestRunInput } from "./contract";
import { dispatchRun, type RequestedRun } from "./dispatch-run";
import { asksOfGrid, currentPriceVersion, priceAsks } from "./price-grid";

type Wanted = z.output<typeof RequestRunInput>;

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
  const engines = checkEngines(wanted.engineIds);
  if (!engines.ok) return engines;
  const { sandbox } = engines.value;
  if (!sandbox && Object.keys(wanted.simulated).length > 0) {
    return err(
      new AppError("invalid_input", "Only a sandbox run can be given a simulated moment or surface."),
    );
  }
  const result = await withTenant((tx) => insertRun(tx, wanted, sandbox));
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
  const { grid, credits } = priceAsks(asksOfGrid({ ...wanted, prompts }));
  const priceVersion = await currentPriceVersion(tx);
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
  const detail = { priceVersion, prompts, engines: wanted.engineIds, repeats: wanted.repeats };
  return dispatchRun(tx, { runId, credits, whenUnpaid, action: "run.request", detail });
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
    return err(
      new AppError(
        "conflict",
        "A run with other settings was started with this idempotency key before. Look at the list of runs, then start again.",
      ),
    );
  }
  return ok({ runId: earlier.id, priceCredits: earlier.priceCredits });
}
