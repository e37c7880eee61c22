import { ok, type Result } from "@/server/kernel/result";
import type { CaptureFormat, ImportReport, StartImportInput } from "./contract";
import { readCaptures } from "./read-captures";
import { recordImport } from "./record-import";
import { startImport } from "./start-import";

/**
 * Brings captured answers into a project, to the end: they become asks of an import run that cost nothing, and pass
 * through the same recording as bought answers, on the surface `capture`. What is known already is skipped.
 */
export async function importCaptures(
  input: StartImportInput,
  onProgress?: (done: number, of: number) => void,
): Promise<Result<ImportReport>> {
  const started = await startImport(input);
  if (!started.ok) return started;
  const { report, runId } = started.value;
  if (runId === null) return ok(report);
  const recorded = await recordImport(runId, onProgress);
  return recorded.ok ? ok(report) : recorded;
}

/** What a file holds, before there is a project to bring it into: every line that can't be used, and why. */
export function checkCaptures(format: CaptureFormat, content: string): ImportReport {
  const { captures, rejected } = readCaptures(format, content);
  const accepted = captures.length;
  return { lines: accepted + rejected.length, accepted, alreadyImported: 0, rejected };
}
