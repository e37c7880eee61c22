import { and, eq } from "drizzle-orm";
import { answer, ask, mention, prompt, run } from "@/db/schema";
import { asOrg, inOrg } from "@/db/testing/factories";
import type { Role } from "@/server/kernel/context";
import {
  type AnswerId,
  type AskId,
  type BrandId,
  newId,
  type OrgId,
  type PanelVersionId,
  type ProjectId,
  type RunId,
  type UserId,
} from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { createProject, listBrands } from "@/server/projects";

/** A project whose own brand is Halvorn, with the rivals NoteFlow and Verticore, and one prompt. */
export async function brandScene(prompt = "Which desk?") {
  const system = { kind: "system" as const, job: "test" };
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Acme" }, system, "test"));
  const as = <T>(work: () => Promise<T>, role: Role = "member") =>
    asOrg(orgId, work, { kind: "user", userId: newId<UserId>(), role });
  const { projectId, ownBrandId, rivalIds, panelVersionId } = await as(async () => {
    const made = unwrap(
      await createProject({
        workspaceId,
        name: "Desks",
        own: { name: "Halvorn", aliases: ["Halvorn Desks"], domains: ["halvorn.example"] },
        rivals: [{ name: "NoteFlow" }, { name: "Verticore", domains: ["verticore.example"] }],
      }),
    );
    const prompts = [{ text: prompt }];
    return { ...made, ...unwrap(await savePanel({ projectId: made.projectId, name: "Main", prompts })) };
  });
  const [noteFlow, verticore] = rivalIds;
  if (!noteFlow || !verticore) throw new Error("the scene has two rivals");
  const scene = { orgId, projectId, panelVersionId };
  return {
    ...scene,
    ownBrandId,
    noteFlow,
    verticore,
    as,
    list: () => as(async () => unwrap(await listBrands({ projectId }))),
    store: (texts: readonly string[]) => storeAnswers(scene, texts),
    name: (answerIds: readonly AnswerId[], brandId: BrandId) =>
      inOrg(orgId, (tx) =>
        tx
          .insert(mention)
          .values(
            answerIds.map((answerId) => ({ orgId, answerId, brandId, spans: [], order: 1, confidence: 1 })),
          ),
      ),
  };
}

interface Scene {
  readonly orgId: OrgId;
  readonly projectId: ProjectId;
  readonly panelVersionId: PanelVersionId;
}

/** Answers to the scene's prompt, each a minute older than the one before it. */
export function storeAnswers({ orgId, projectId, panelVersionId }: Scene, texts: readonly string[]) {
  return inOrg(orgId, async (tx): Promise<AnswerId[]> => {
    const [runId, now] = [newId<RunId>(), Date.UTC(2026, 10, 9, 9, 30)];
    const [asking] = await tx
      .select({ promptId: prompt.id })
      .from(prompt)
      .where(and(eq(prompt.orgId, orgId), eq(prompt.panelVersionId, panelVersionId)));
    if (!asking) throw new Error("the scene has a prompt");
    const asked = { engineId: "chatgpt", surface: "api" as const, ...asking, runId, orgId };
    const rows = texts.map((text, index) => ({
      text,
      askId: newId<AskId>(),
      id: newId<AnswerId>(),
      observedAt: new Date(now - index * 60_000),
    }));
    await tx.insert(run).values({
      orgId,
      id: runId,
      projectId,
      panelVersionId,
      kind: "ask",
      state: "complete",
      grid: [],
      repeats: 1,
      priceVersion: 1,
      priceCredits: 0,
      sandbox: true,
      observedAt: new Date(now),
    });
    for (let from = 0; from < rows.length; from += 500) {
      const some = rows.slice(from, from + 500);
      await tx.insert(ask).values(
        some.map(({ askId, observedAt }, index) => ({
          ...asked,
          id: askId,
          locale: "en-US",
          repeat: from + index,
          observedAt,
          credits: 1,
          state: "answered" as const,
        })),
      );
      await tx.insert(answer).values(
        some.map((row) => ({
          ...asked,
          ...row,
          projectId,
          state: "answered" as const,
          rawSha256: "",
          searchQueries: [],
          usage: {},
          contract: "test",
          extractorVersion: "test",
          brandSetVersion: "test",
          charged: 0,
          sandbox: true,
        })),
      );
    }
    return rows.map(({ id }) => id);
  });
}
