import { withTenant } from "@/db/tenant";
import { findEngine } from "@/server/engines";
import { mayActAs } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import type { Capture } from "./check-capture";
import { type ImportPreview, PREVIEW_MAX_REJECTED, PreviewImportInput } from "./contract";
import { detectFormat } from "./detect-format";
import { findFresh } from "./find-fresh";
import { newPrompts, panelRefusal, readImportPanel } from "./panel-for-import";
import { readCaptures } from "./read-captures";

/** What `startImport` would do with a file now, and what is in it. Writes nothing. */
export async function previewImport(input: PreviewImportInput): Promise<Result<ImportPreview>> {
  if (!mayActAs("member")) return err(forbidden("import answers"));
  const parsed = parseInput(PreviewImportInput, input);
  if (!parsed.ok) return parsed;
  const { projectId, fileName, content } = parsed.value;
  const format = parsed.value.format ?? detectFormat(fileName, content);
  const { captures, rejected } = readCaptures(format, content);
  return withTenant(async (tx) => {
    const fresh = await findFresh(tx, projectId, captures);
    if (!fresh.ok) return fresh;
    const { held } = await readImportPanel(tx, projectId);
    const added = newPrompts(held, promptsOf(fresh.value)).length;
    return ok({
      format,
      lines: captures.length + rejected.length,
      accepted: fresh.value.length,
      alreadyImported: captures.length - fresh.value.length,
      rejectedCount: rejected.length,
      rejected: rejected.slice(0, PREVIEW_MAX_REJECTED),
      engines: enginesOf(captures),
      prompts: newPrompts([], promptsOf(captures)).length,
      newPrompts: added,
      ...timesOf(captures),
      refusal: panelRefusal(held.length, added),
    });
  });
}

function promptsOf(captures: readonly Capture[]): string[] {
  return captures.map((capture) => capture.answer.prompt);
}

function enginesOf(captures: readonly Capture[]): ImportPreview["engines"] {
  return [...Map.groupBy(captures, (capture) => capture.engineId)]
    .map(([engineId, group]) => ({
      engineId,
      label: findEngine(engineId)?.label ?? engineId,
      answers: group.length,
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
}

function timesOf(captures: readonly Capture[]): { from: string | null; to: string | null } {
  const times = captures.map((capture) => Date.parse(capture.answer.capturedAt)).sort((a, b) => a - b);
  const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());
  return { from: iso(times[0]), to: iso(times.at(-1)) };
}
