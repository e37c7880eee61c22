import { sandboxMarket } from "@/server/engines";
import type { RunId, WorkspaceId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { keepFacts, readLatest } from "./made-up-facts";
import { type DemoProject, makeProject } from "./project-of";
import { watchRuns } from "./watch-runs";

const FIRST_DAY = Date.UTC(2026, 9, 19, 9, 30);
const DAYS = 28;
const DAY_MS = 86_400_000;
const ENGINE_IDS = ["chatgpt", "google_ai_mode"];

/** Four weeks of the sandbox's made-up market: one project, one run a day, every prompt once on each engine. */
export async function playMadeUpMarket(
  workspaceId: WorkspaceId,
  sandboxUrl: string,
  onProgress: (ended: number, of: number) => void,
): Promise<DemoProject[]> {
  const { category, ownBrand, rivals, prompts } = sandboxMarket;
  const brandOf = ({ name, aliases, domains }: typeof ownBrand) => ({
    name,
    aliases: [...aliases],
    domains: [...domains],
  });
  const project = await makeProject(workspaceId, {
    name: category,
    own: brandOf(ownBrand),
    rivals: rivals.map(brandOf),
    prompts: prompts.map(({ text, intent }) => ({ text, intent })),
  });
  await keepFacts(project);
  const runIds: RunId[] = [];
  const perDay = prompts.length * ENGINE_IDS.length;
  for (let day = 0; day < DAYS; day += 1) {
    const now = new Date(FIRST_DAY + day * DAY_MS);
    await setSandboxClock(sandboxUrl, now);
    const { projectId, panelVersionId } = project;
    const idempotencyKey = `demo:${now.toISOString()}`;
    const simulated = { observedAt: now };
    const run = unwrap(
      await requestRun({ projectId, panelVersionId, engineIds: ENGINE_IDS, idempotencyKey, simulated }),
    );
    runIds.push(run.runId);
    await watchRuns([run.runId], (ended) => onProgress(day * perDay + ended, DAYS * perDay));
  }
  await readLatest(project, runIds);
  return [project];
}

async function setSandboxClock(sandboxUrl: string, now: Date): Promise<void> {
  const reply = await fetch(`${sandboxUrl}/__sandbox/clock`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ now: now.toISOString() }),
  });
  if (!reply.ok) throw new Error(`the sandbox refused its clock: ${reply.status}`);
}
