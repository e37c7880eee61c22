import { readFile } from "node:fs/promises";
import { z } from "zod";
import { foldName } from "@/server/extraction";
import type { RunId, WorkspaceId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { type DemoProject, makeProject } from "./project-of";
import { watchRuns } from "./watch-runs";

const Recorded = z.object({
  engine: z.string(),
  promptSet: z.string(),
  prompt: z.string(),
  repeat: z.int(),
  capturedAt: z.iso.datetime({ offset: true }),
  recommended: z.array(z.object({ brand: z.string().nullish() })).default([]),
});
type Recorded = z.infer<typeof Recorded>;

const BRANDS = 6;
/** The one that is tracked as our own: from the middle of the field, where there is something to see. */
const OWN_PLACE = 3;

/** Recorded answers, replayed by the sandbox in each engine's wire format: one project and one run a prompt set. */
export async function playRecordedAnswers(
  workspaceId: WorkspaceId,
  file: string,
  onProgress: (ended: number, of: number) => void,
): Promise<DemoProject[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const answers = lines.map((line) => Recorded.parse(JSON.parse(line)));
  const projects: DemoProject[] = [];
  const runIds: RunId[] = [];
  for (const [promptSet, set] of Map.groupBy(answers, (answer) => answer.promptSet)) {
    const [own, ...rivals] = brandsOf(set);
    if (own === undefined) continue;
    const prompts = [...new Set(set.map((answer) => answer.prompt))].map((text) => ({ text }));
    const project = await makeProject(workspaceId, { name: promptSet, own, rivals, prompts });
    projects.push(project);
    const run = await requestRun({
      projectId: project.projectId,
      panelVersionId: project.panelVersionId,
      engineIds: [...new Set(set.map((answer) => answer.engine))],
      repeats: Math.max(...set.map((answer) => answer.repeat)),
      idempotencyKey: `demo:${promptSet}`,
      simulated: { observedAt: new Date(set[0]?.capturedAt ?? 0), surface: "capture" },
    });
    runIds.push(unwrap(run).runId);
  }
  await watchRuns(runIds, (ended) => onProgress(ended, answers.length));
  return projects;
}

/** The brands that most answers of the set recommend, one spelling each; the own one first. */
function brandsOf(set: readonly Recorded[]): { name: string }[] {
  const named = set.flatMap(({ recommended }) => {
    const brands = recommended.flatMap(({ brand }) => (brand ? [brand] : []));
    return [...new Map(brands.map((brand) => [foldName(brand), brand])).values()];
  });
  const spellings = [...Map.groupBy(named, foldName).values()].sort((a, b) => b.length - a.length);
  const names = spellings.slice(0, BRANDS).map((uses) => ({ name: mostFrequent(uses) }));
  const own = names[Math.min(OWN_PLACE, names.length - 1)];
  return own ? [own, ...names.filter((brand) => brand !== own)] : [];
}

function mostFrequent(values: readonly string[]): string {
  const groups = [...Map.groupBy(values, (value) => value).values()];
  return groups.sort((a, b) => b.length - a.length)[0]?.[0] ?? "";
}
