import { type Actor, runInContext } from "../../server/kernel/context";
import {
  type AskId,
  newId,
  type OrgId,
  type PanelId,
  type PanelVersionId,
  type ProjectId,
  type PromptId,
  type RunId,
  type WorkspaceId,
} from "../../server/kernel/id";
import { ok, unwrap } from "../../server/kernel/result";
import {
  type AskState,
  ask,
  entry,
  lot,
  org,
  panel,
  panelVersion,
  project,
  prompt,
  run,
  wallet,
  workspace,
} from "../schema";
import { type TenantTransaction, withTenant } from "../tenant";

const FACTORY: Actor = { kind: "system", job: "factory" };

/** Runs `work` as the org: what a door (a procedure, a job) does for verbs. */
export function asOrg<T>(orgId: OrgId, work: () => Promise<T>, actor: Actor = FACTORY): Promise<T> {
  return runInContext({ orgId, actor, requestId: "test" }, work);
}

/** Runs `work` in one committed tenant transaction of the org and returns its value. */
export function inOrg<T>(orgId: OrgId, work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  return asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await work(tx)))));
}

/** A fresh org with an empty wallet, or with one lot of `credits` that never expires. Minimal rows, as the app role. */
export async function createTestOrg(options: { credits?: number } = {}): Promise<OrgId> {
  const orgId = newId<OrgId>();
  await inOrg(orgId, async (tx) => {
    await tx.insert(org).values({ orgId, name: "Test org" });
    await tx.insert(wallet).values({ orgId });
    if (options.credits === undefined) return;
    const lotId = newId<string>();
    await tx.insert(lot).values({ orgId, id: lotId, source: "grant" });
    await tx.insert(entry).values({
      orgId,
      lotId,
      amount: options.credits,
      kind: "grant",
      idemKey: `grant:${orgId}:factory`,
      refType: "org",
      refId: orgId,
      actor: "system:factory",
    });
  });
  return orgId;
}

export interface TestProject {
  readonly workspaceId: WorkspaceId;
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
  readonly promptIds: readonly PromptId[];
}

/** A project of the org, in a workspace of its own, with one panel version of `prompts` prompts. */
export async function createTestProject(
  orgId: OrgId,
  options: { prompts?: number } = {},
): Promise<TestProject> {
  const [workspaceId, projectId] = [newId<WorkspaceId>(), newId<ProjectId>()];
  const [panelId, panelVersionId] = [newId<PanelId>(), newId<PanelVersionId>()];
  const promptIds = Array.from({ length: options.prompts ?? 1 }, () => newId<PromptId>());
  await inOrg(orgId, async (tx) => {
    const name = `Workspace ${workspaceId}`;
    await tx.insert(workspace).values({ orgId, id: workspaceId, name, slug: workspaceId });
    await tx
      .insert(project)
      .values({ orgId, id: projectId, workspaceId, name: "Test project", slug: "test" });
    await tx.insert(panel).values({ orgId, id: panelId, projectId, name: "Test panel" });
    await tx.insert(panelVersion).values({ orgId, id: panelVersionId, panelId, version: 1 });
    await tx.insert(prompt).values(
      promptIds.map((id, ordinal) => ({
        orgId,
        id,
        panelVersionId,
        ordinal,
        text: `Question ${ordinal}?`,
        hash: `hash-${ordinal}`,
        intent: "category" as const,
      })),
    );
  });
  return { workspaceId, projectId, panelVersionId, promptIds };
}

export interface TestRunOptions {
  /** Planned asks of the run, all on one prompt. */
  readonly asks?: number;
  readonly creditsPerAsk?: number;
  readonly askState?: Exclude<AskState, "claimed">;
}

/** A run of the project that stands at `asking`, with its asks and no reservation. */
export async function createTestRun(
  orgId: OrgId,
  project: TestProject,
  options: TestRunOptions = {},
): Promise<{ runId: RunId; askIds: AskId[] }> {
  const { asks = 1, creditsPerAsk = 10, askState = "planned" } = options;
  const [promptId] = project.promptIds;
  if (!promptId) throw new Error("the project needs a prompt");
  const runId = newId<RunId>();
  const askIds = Array.from({ length: asks }, () => newId<AskId>());
  await inOrg(orgId, async (tx) => {
    await tx.insert(run).values(runRow(orgId, project, runId, asks, creditsPerAsk));
    if (asks === 0) return;
    await tx.insert(ask).values(
      askIds.map((id, repeat) => ({
        orgId,
        id,
        runId,
        promptId,
        engineId: "chatgpt",
        surface: "api" as const,
        locale: "en-US",
        repeat,
        observedAt: new Date(),
        credits: creditsPerAsk,
        state: askState,
      })),
    );
  });
  return { runId, askIds };
}

/** `count` runs without asks, in one statement: for what needs many run ids and nothing behind them. */
export async function createTestRuns(orgId: OrgId, project: TestProject, count: number): Promise<RunId[]> {
  const runIds = Array.from({ length: count }, () => newId<RunId>());
  await inOrg(orgId, (tx) =>
    tx.insert(run).values(runIds.map((runId) => runRow(orgId, project, runId, 0, 10))),
  );
  return runIds;
}

function runRow(orgId: OrgId, project: TestProject, id: RunId, asks: number, creditsPerAsk: number) {
  return {
    orgId,
    id,
    projectId: project.projectId,
    panelVersionId: project.panelVersionId,
    kind: "ask" as const,
    state: "asking" as const,
    grid: [{ engineId: "chatgpt", surface: "api" as const, credits: creditsPerAsk, noAnswerShownCredits: 0 }],
    repeats: Math.max(1, asks),
    priceVersion: 1,
    priceCredits: asks * creditsPerAsk,
    sandbox: true,
    observedAt: new Date(),
  };
}
