import { createHash } from "node:crypto";
import { withTenant } from "@/db/tenant";
import { mayActAs } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { type StartedImport, StartImportInput } from "./contract";
import { detectFormat } from "./detect-format";
import { findFresh } from "./find-fresh";
import { readCaptures } from "./read-captures";
import { storeCaptures } from "./store-captures";

/**
 * Stores what is new in a file of captures as claimed asks of an import run, and returns before any is recorded: call
 * `recordImport` with the run. Where nobody does, the janitor finds the run after a minute and finishes it. A line that is
 * known already is skipped, so the same file twice changes nothing, also twice at once. Idempotent by key.
 */
export async function startImport(input: StartImportInput): Promise<Result<StartedImport>> {
  if (!mayActAs("member")) return err(forbidden("import answers"));
  const parsed = parseInput(StartImportInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, fileName, content } = parsed.value;
  const format = parsed.value.format ?? detectFormat(fileName, content);
  const { captures, rejected } = readCaptures(format, content);
  const reportOf = (accepted: number) => ({
    lines: captures.length + rejected.length,
    accepted,
    alreadyImported: captures.length - accepted,
    rejected,
  });
  if (parsed.value.dryRun) {
    const fresh = await withTenant((tx) => findFresh(tx, projectId, captures));
    return fresh.ok ? ok({ report: reportOf(fresh.value.length), runId: null }) : fresh;
  }
  const sha256 = createHash("sha256").update(content).digest("hex");
  const request = {
    key: parsed.value.idempotencyKey,
    action: "captures.import",
    input: { projectId, format, sha256 },
  };
  const stored = await storeCaptures(request, projectId, captures);
  if (!stored.ok) return stored;
  return ok({ report: reportOf(stored.value.count), runId: stored.value.runId });
}
