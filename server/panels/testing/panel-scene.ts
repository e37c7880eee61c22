import { run } from "@/db/schema";
import { asOrg, inOrg } from "@/db/testing/factories";
import {
  newId,
  type OrgId,
  type PanelVersionId,
  type ProjectId,
  type RunId,
  type UserId,
} from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { getPanel, type SavePanelInput, savePanel } from "@/server/panels";
import { createProject } from "@/server/projects";

type Prompts = SavePanelInput["prompts"];

/** Prompts with nothing but their texts. */
export const texts = (...each: string[]): Prompts => each.map((text) => ({ text }));

/** What a verb refused with, or "ok". */
export async function codeOf(call: Promise<Result<unknown>>): Promise<string> {
  const result = await call;
  return result.ok ? "ok" : result.error.code;
}

/** A project whose own brand is Halvorn and whose rival has the longer name Halvorn Nova, and its panel "Main". */
export async function panelScene() {
  const { orgId, workspaceId } = unwrap(
    await createOrg({ name: "Acme" }, { kind: "system", job: "test" }, "test"),
  );
  const { projectId } = await asOrg(orgId, async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: "Desks",
        own: { name: "Halvorn", aliases: ["Halvorn Desks"] },
        rivals: [{ name: "Halvorn Nova" }],
      }),
    ),
  );
  const as = <T>(work: () => Promise<T>, role: "viewer" | "member" = "member") =>
    asOrg(orgId, work, { kind: "user", userId: newId<UserId>(), role });
  const save = (prompts: Prompts, baseVersion?: number) =>
    as(() =>
      savePanel({ projectId, name: "Main", prompts, ...(baseVersion !== undefined && { baseVersion }) }),
    );
  const get = (version?: number) =>
    as(async () => unwrap(await getPanel({ projectId, name: "Main", ...(version && { version }) })));
  return { orgId, projectId, as, save, get };
}

/** A closed run that asked the version, without asks. */
export async function addRun(orgId: OrgId, projectId: ProjectId, panelVersionId: PanelVersionId) {
  await inOrg(orgId, (tx) =>
    tx.insert(run).values({
      orgId,
      id: newId<RunId>(),
      projectId,
      panelVersionId,
      kind: "ask",
      state: "complete",
      grid: [],
      repeats: 1,
      priceVersion: 1,
      priceCredits: 0,
      sandbox: true,
      observedAt: new Date(),
    }),
  );
}
