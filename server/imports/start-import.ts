import { withTenant } from "@/db/tenant";
import { mayActAs } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { ImportCapturesInput, type StartedImport } from "./contract";
import { detectFormat } from "./detect-format";
import { findFresh } from "./find-fresh";
import { readCaptures } from "./read-captures";
import { storeCaptures } from "./store-captures";

/**
 * Stores what is new in a file of captures as claimed asks of an import run, and returns before any is recorded: call
 * `recordImport` with the run. Where nobody does, the janitor finds the run after a minute and finishes it. A line that is
 * known already is skipped, so the same file twice changes nothing, also twice at once.
 */
export async function startImport(input: ImportCapturesInput): Promise<Result<StartedImport>> {
  if (!mayActAs("member")) return err(forbidden("import answers"));
  const parsed = parseInput(ImportCapturesInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, fileName, content, dryRun } = parsed.value;
  const format = parsed.value.format ?? detectFormat(fileName, content);
  const { captures, rejected } = readCaptures(format, content);
  const reportOf = (accepted: number) => ({
    lines: captures.length + rejected.length,
    accepted,
    alreadyImported: captures.length - accepted,
    rejected,
  });
  const fresh = await withTenant((tx) => findFresh(tx, projectId, captures));
  if (!fresh.ok) return fresh;
  if (dryRun || fresh.value.length === 0) {
    return ok({ report: reportOf(fresh.value.length), runId: null });
  }
  const stored = await storeCaptures(projectId, fresh.value);
  if (!stored.ok) return stored;
  return ok({ report: reportOf(stored.value?.count ?? 0), runId: stored.value?.runId ?? null });
}
