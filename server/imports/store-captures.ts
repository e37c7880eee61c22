import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import { ask, importedLine, openRun, rawBody, run } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { capturedAnswerParser } from "@/server/engines";
import { findAnswer, type KeyedRequest, once } from "@/server/idempotency";
import { requireContext } from "@/server/kernel/context";
import { type AskId, newId, type ProjectId, type PromptId, type RunId } from "@/server/kernel/id";
import { ok, type Result } from "@/server/kernel/result";
import type { Capture } from "./check-capture";
import { findFresh } from "./find-fresh";
import { type ImportPanel, panelForImport } from "./panel-for-import";

export interface StoredCaptures {
  /** Null: nothing was new, so nothing was made. */
  readonly runId: RunId | null;
  readonly count: number;
}

const CHUNK = 500;
/** For so long the janitor leaves asks and run alone; after that it looks whether answers still come. */
const LEASE_MS = 60_000;

/**
 * Stores the fresh ones of the captures in one transaction: an import run that costs nothing, an ask a capture, claimed,
 * with the capture as its raw body, and the line's mark. From there on they are like answers that were bought and wait to
 * be recorded. Their panel is saved before, which changes nothing when it is done again.
 */
export async function storeCaptures(
  request: KeyedRequest,
  projectId: ProjectId,
  captures: readonly Capture[],
): Promise<Result<StoredCaptures>> {
  const found = await withTenant<Found>(async (tx) => {
    const earlier = await findAnswer<StoredCaptures>(tx, request);
    if (earlier) return earlier.ok ? ok({ earlier: earlier.value, fresh: [] }) : earlier;
    const fresh = await findFresh(tx, projectId, captures);
    return fresh.ok ? ok({ earlier: undefined, fresh: fresh.value }) : fresh;
  });
  if (!found.ok) return found;
  const { earlier, fresh } = found.value;
  if (earlier) return ok(earlier);
  const prompts = fresh.map((capture) => capture.answer.prompt);
  const panel = prompts.length === 0 ? ok(null) : await panelForImport(projectId, prompts);
  if (!panel.ok) return panel;
  return withTenant((tx) => once(tx, request, () => storeFresh(tx, projectId, panel.value, fresh)));
}

interface Found {
  readonly earlier: StoredCaptures | undefined;
  readonly fresh: readonly Capture[];
}

async function storeFresh(
  tx: TenantTransaction,
  projectId: ProjectId,
  panel: ImportPanel | null,
  captures: readonly Capture[],
): Promise<Result<StoredCaptures>> {
  const fresh = await findFresh(tx, projectId, captures, true);
  if (!fresh.ok) return fresh;
  // Another import may have been quicker.
  if (panel === null || fresh.value.length === 0) return ok({ runId: null, count: 0 });
  const runId = await insertRun(tx, projectId, panel, fresh.value);
  const nextRepeat = repeatCounter();
  const asks = fresh.value.map((capture) => {
    const promptId = panel.promptIdOf(capture.answer.prompt);
    return {
      capture,
      promptId,
      askId: newId<AskId>(),
      leaseToken: randomUUID(),
      repeat: nextRepeat(capture.engineId, promptId),
    };
  });
  for (let start = 0; start < asks.length; start += CHUNK) {
    await insertAsks(tx, projectId, runId, asks.slice(start, start + CHUNK));
  }
  return ok({ runId, count: asks.length });
}

async function insertRun(
  tx: TenantTransaction,
  projectId: ProjectId,
  panel: ImportPanel,
  captures: readonly Capture[],
): Promise<RunId> {
  const { orgId } = requireContext();
  const runId = newId<RunId>();
  await tx.insert(run).values({
    orgId,
    id: runId,
    projectId,
    panelVersionId: panel.panelVersionId,
    kind: "import",
    state: "asking",
    grid: [],
    repeats: 1,
    priceVersion: 0,
    priceCredits: 0,
    sandbox: false,
    observedAt: new Date(captures[0]?.answer.capturedAt ?? Date.now()),
  });
  await tx.insert(openRun).values({ orgId, runId, checkAt: new Date(Date.now() + LEASE_MS) });
  await recordAudit(tx, {
    action: "captures.import",
    subjectType: "run",
    subjectId: runId,
    detail: { captures: captures.length },
  });
  return runId;
}

interface PlannedCapture {
  readonly capture: Capture;
  readonly askId: AskId;
  readonly leaseToken: string;
  readonly promptId: PromptId;
  readonly repeat: number;
}

async function insertAsks(
  tx: TenantTransaction,
  projectId: ProjectId,
  runId: RunId,
  asks: readonly PlannedCapture[],
): Promise<void> {
  const { orgId } = requireContext();
  const leaseUntil = new Date(Date.now() + LEASE_MS);
  await tx.insert(ask).values(
    asks.map(({ capture, askId, leaseToken, promptId, repeat }) => ({
      orgId,
      id: askId,
      runId,
      promptId,
      engineId: capture.engineId,
      surface: "capture" as const,
      locale: "en-US",
      repeat,
      observedAt: new Date(capture.answer.capturedAt),
      credits: 0,
      state: "claimed" as const,
      leaseToken,
      leaseUntil,
    })),
  );
  await tx.insert(rawBody).values(
    asks.map(({ capture, askId, leaseToken }) => ({
      orgId,
      askId,
      leaseToken,
      parser: capturedAnswerParser,
      body: gzipSync(capture.rawBody),
      sha256: capture.sha256,
      latencyMs: 0,
    })),
  );
  await tx
    .insert(importedLine)
    .values(asks.map(({ capture, askId }) => ({ orgId, projectId, lineSha256: capture.sha256, askId })));
}

/** Numbers the captures of each prompt and engine from 1, in the order of the file. */
function repeatCounter(): (engineId: string, promptId: PromptId) => number {
  const counts = new Map<string, number>();
  return (engineId, promptId) => {
    const cell = `${engineId} ${promptId}`;
    const repeat = (counts.get(cell) ?? 0) + 1;
    counts.set(cell, repeat);
    return repeat;
  };
}
