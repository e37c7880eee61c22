import { createHash } from "node:crypto";
import { and, count, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { openRun, panel, panelVersion, prompt, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { readBalance } from "@/server/credits";
import { type Engine, engineStatus, getEngine } from "@/server/engines";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { AppError, forbidden, notFound } from "@/server/kernel/errors";
import { newId, type RunId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { announce, sendOutboxSoon } from "@/server/outbox";
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
  const prompts = await countPrompts(tx, wanted);
  if (prompts === null) return err(notFound("panel in this project"));
  if (prompts === 0)
    return err(new AppError("invalid_input", "This panel has no prompts yet. Add one, then run it."));
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

/** Every engine known and with a key; simulated moments and surfaces only where every answer is made up anyway. */
function checkEngines(wanted: Wanted): Result<{ sandbox: boolean }> {
  const statuses = wanted.engineIds.map((id) => engineStatus(id));
  const blocked = statuses.find((status) => !status.ready);
  if (blocked && !blocked.ready) return err(new AppError("engine_unavailable", blocked.reason));
  if (new Set(wanted.engineIds).size < wanted.engineIds.length) {
    return err(new AppError("invalid_input", "An engine is chosen twice."));
  }
  const sandbox = statuses.some((status) => status.ready && status.sandbox);
  if (!sandbox && Object.keys(wanted.simulated).length > 0) {
    return err(
      new AppError("invalid_input", "Only a sandbox run can be given a simulated moment or surface."),
    );
  }
  return ok({ sandbox });
}

interface PromptSizes {
  readonly prompts: number;
  /** Characters of the longest. */
  readonly longest: number;
}

/** What the version holds; undefined when it isn't a version of a panel of the project. */
async function readPromptSizes(tx: TenantTransaction, wanted: Wanted): Promise<PromptSizes | undefined> {
  const { orgId } = requireContext();
  const [row] = await tx
    .select({
      prompts: count(prompt.id),
      longest: sql<number>`coalesce(max(length(${prompt.text})), 0)::int`,
    })
    .from(panelVersion)
    .innerJoin(panel, and(eq(panel.orgId, panelVersion.orgId), eq(panel.id, panelVersion.panelId)))
    .leftJoin(prompt, and(eq(prompt.orgId, panelVersion.orgId), eq(prompt.panelVersionId, panelVersion.id)))
    .where(
      and(
        eq(panelVersion.orgId, orgId),
        eq(panelVersion.id, wanted.panelVersionId),
        eq(panel.projectId, wanted.projectId),
      ),
    )
    .groupBy(panelVersion.id);
  return row;
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

function tooLong(engine: Engine, longest: number): AppError {
  return new AppError(
    "invalid_input",
    `${engine.label} takes prompts of at most ${engine.limits.promptChars} characters; the longest of this panel has ` +
      `${longest}. Shorten it, or run without ${engine.label}.`,
  );
}

function cannotPay(needed: number, balance: number): AppError {
  return new AppError(
    "insufficient_credits",
    `This run needs ${needed} credits and the wallet holds ${balance}. Top up, or ask fewer prompts, engines or repeats.`,
    { needed, balance },
  );
}
