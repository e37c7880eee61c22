import type { z } from "zod";
import { run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { readEngineNotes } from "@/server/engine-health";
import { readOwnEnvironment } from "@/server/engine-keys";
import { once } from "@/server/idempotency";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { crashPoint } from "@/server/kernel/crash-point";
import { AppError, forbidden } from "@/server/kernel/errors";
import { newId, type RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, type Result } from "@/server/kernel/result";
import { sendOutboxSoon } from "@/server/outbox";
import { checkNotes } from "./check-notes";
import { checkEngines, checkPrompts } from "./check-request";
import { RequestRunInput } from "./contract";
import { dispatchRun, type RequestedRun } from "./dispatch-run";
import { asksOfGrid, currentPriceVersion, priceAsks } from "./price-grid";

type Wanted = Omit<z.output<typeof RequestRunInput>, "idempotencyKey">;

/**
 * Prices the grid and puts the run on its way; nothing is bought yet. Refuses an engine without a key or paused, a panel without
 * prompts, and (unless told to wait) what the wallet can't pay, with the numbers. Idempotent by key.
 */
export async function requestRun(input: RequestRunInput): Promise<Result<RequestedRun>> {
  if (!mayActAs("member")) return err(forbidden("start a run"));
  const parsed = parseInput(RequestRunInput, input);
  if (!parsed.ok) return parsed;
  const { idempotencyKey: key, ...wanted } = parsed.value;
  const result = await withTenant((tx) =>
    once(tx, { key, action: "run.request", input: wanted }, () => insertRun(tx, wanted)),
  );
  crashPoint("request/after-commit");
  if (result.ok) await sendOutboxSoon();
  return result;
}

async function insertRun(tx: TenantTransaction, wanted: Wanted): Promise<Result<RequestedRun>> {
  const engines = checkEngines(wanted.engineIds, await readOwnEnvironment(tx));
  if (!engines.ok) return engines;
  const asked = checkNotes(wanted.engineIds, await readEngineNotes(tx));
  if (!asked.ok) return asked;
  const { sandbox } = engines.value;
  const { simulated, whenUnpaid } = wanted;
  if (!sandbox && Object.keys(simulated).length > 0) {
    return err(
      new AppError("invalid_input", "Only a sandbox run can be given a simulated moment or surface."),
    );
  }
  const { orgId } = requireContext();
  const checked = await checkPrompts(tx, wanted);
  if (!checked.ok) return checked;
  const { prompts } = checked.value;
  const { grid, credits } = priceAsks(asksOfGrid({ ...wanted, prompts }));
  const priceVersion = await currentPriceVersion(tx);
  const runId = newId<RunId>();
  await tx.insert(run).values({
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
    observedAt: simulated.observedAt ?? new Date(),
  });
  const detail = { priceVersion, prompts, engines: wanted.engineIds, repeats: wanted.repeats };
  return dispatchRun(tx, { runId, credits, whenUnpaid, action: "run.request", detail });
}
