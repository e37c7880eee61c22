import { and, eq, sql } from "drizzle-orm";
import { importedLine, project } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { mayActAs, requireContext } from "@/server/kernel/context";
import { forbidden, notFound } from "@/server/kernel/errors";
import type { ProjectId } from "@/server/kernel/id";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { beginClosing, finishRun, recordAnswer, releaseRun } from "@/server/runs";
import { ImportCapturesInput, type ImportReport } from "./contract";
import { type Capture, readCaptures } from "./read-captures";
import { type StoredCapture, storeCaptures } from "./store-captures";

/**
 * Brings captured answers into a project: they become asks of an import run that cost nothing, and pass through the same
 * recording as bought answers, on the surface `capture`. A line that is known already is skipped, so the same file twice
 * changes nothing, and an import that was cut off goes on where it stood.
 */
export async function importCaptures(
  input: ImportCapturesInput,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Result<ImportReport>> {
  if (!mayActAs("member")) return err(forbidden("import answers"));
  const parsed = parseInput(ImportCapturesInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, format, content, dryRun } = parsed.value;
  const { captures, rejected } = readCaptures(format, content);
  const fresh = await withTenant((tx) => findFresh(tx, projectId, captures));
  if (!fresh.ok) return fresh;
  const report: ImportReport = {
    lines: captures.length + rejected.length,
    accepted: fresh.value.length,
    alreadyImported: captures.length - fresh.value.length,
    rejected,
  };
  if (dryRun || fresh.value.length === 0) return ok(report);
  const stored = await storeCaptures(projectId, fresh.value);
  if (!stored.ok) return stored;
  const recorded = await recordAll(stored.value, onProgress);
  return recorded.ok ? ok(report) : recorded;
}

/** What a file holds, before there is a project to bring it into: every line that can't be used, and why. */
export function checkCaptures(format: "jsonl" | "csv", content: string): ImportReport {
  const { captures, rejected } = readCaptures(format, content);
  const accepted = captures.length;
  return { lines: accepted + rejected.length, accepted, alreadyImported: 0, rejected };
}

async function findFresh(
  tx: TenantTransaction,
  projectId: ProjectId,
  captures: readonly Capture[],
): Promise<Result<Capture[]>> {
  const { orgId } = requireContext();
  const [found] = await tx
    .select({ id: project.id })
    .from(project)
    .where(and(eq(project.orgId, orgId), eq(project.id, projectId)));
  if (!found) return err(notFound("project"));
  if (captures.length === 0) return ok([]);
  const known = await tx
    .select({ sha256: importedLine.lineSha256 })
    .from(importedLine)
    .where(
      and(
        eq(importedLine.orgId, orgId),
        eq(importedLine.projectId, projectId),
        // One array parameter: a file has more lines than a statement may have parameters.
        sql`${importedLine.lineSha256} = any(${sql.param(captures.map((capture) => capture.sha256))}::text[])`,
      ),
    );
  const seen = new Set(known.map((row) => row.sha256));
  return ok(captures.filter((capture) => !seen.has(capture.sha256)));
}

/** The steps of the durable functions, taken in place: an import needs no worker. One that dies is swept by the janitor. */
async function recordAll(
  { runId, asks }: StoredCapture,
  onProgress: (done: number, of: number) => void,
): Promise<Result<unknown>> {
  for (const [index, { askId, leaseToken }] of asks.entries()) {
    const recorded = await recordAnswer(askId, leaseToken);
    if (!recorded.ok) return recorded;
    onProgress(index + 1, asks.length);
  }
  for (const step of [beginClosing, releaseRun, measureRun, finishRun]) {
    const done = await step(runId);
    if (!done.ok) return done;
  }
  return ok(undefined);
}
