import { workspace } from "@/db/schema";
import { asOrg, createTestRun, inOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { addMember, makeUser } from "@/server/accounts";
import { holdTokens } from "@/server/analysis/tokens/hold-tokens";
import { settleTokens } from "@/server/analysis/tokens/settle-tokens";
import { grantCreditsToOrg } from "@/server/credits";
import { saveEngineKey } from "@/server/engine-keys";
import { TEST_MASTER_KEYS } from "@/server/engine-keys/testing/test-master-keys";
import { archiveFact, readStatements, saveCheckSetting, saveFact } from "@/server/facts";
import { importCaptures } from "@/server/imports";
import type { Role } from "@/server/kernel/context";
import * as id from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { openInvite } from "@/server/members/testing/open-invite";
import { createOrg } from "@/server/orgs";
import { savePanel } from "@/server/panels";
import { archiveBrand, createProject, saveBrand } from "@/server/projects";
import { startRecompute } from "@/server/recompute";
import { queuedItems } from "@/server/review/testing/queued-items";
import { pauseSchedule, saveSchedule } from "@/server/schedules";
import type { RequestContext } from "../request-context";

/** An org with something in every screen, and its people. All that it is called holds `canary`, which nothing else does. */
export type OrgScene = Awaited<ReturnType<typeof createOrgScene>>;

const actor = { kind: "system", job: "scene" } as const;
const ENGINES = ["chatgpt", "google_ai_mode"];

/**
 * Made through the verbs: a project with brands (one put away), a panel of two versions, imported answers with metrics, a
 * run that is being asked, review items in every state, and one that ended with a failed ask. `name` is letters alone; credits and the year of the
 * answers tell the org where no name stands.
 */
export async function createOrgScene(
  inspect: TestDatabase["inspect"],
  { name, credits, year }: { name: string; credits: number; year: number },
) {
  const canary = `Zq${name}`;
  const owner = await newPerson(`${name}-owner`);
  const made = unwrap(await createOrg({ name: `${canary} Inc` }, actor, "scene", owner.userId));
  const { orgId, slug } = made;
  const within = <T>(work: () => Promise<T>) => asOrg(orgId, work);
  const workspaceId = id.newId<id.WorkspaceId>();
  const workspaceSlug = `${canary.toLowerCase()}-team`;
  await inOrg(orgId, (tx) =>
    tx.insert(workspace).values({ orgId, id: workspaceId, name: `${canary} team`, slug: workspaceSlug }),
  );
  const ref = { type: "org", id: orgId };
  await within(async () =>
    unwrap(
      await grantCreditsToOrg({
        amount: credits,
        source: "grant",
        idemKey: "grant:scene",
        expiresAt: null,
        ref,
      }),
    ),
  );
  // As many tokens as credits: a number that is the org's own.
  await within(async () => {
    const held = unwrap(await holdTokens(1));
    if (held !== null) unwrap(await settleTokens(held, credits));
  });
  const { projectId, ownBrandId, rivalIds } = await within(async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: `${canary} desks`,
        own: { name: `${canary} Desk`, domains: [`${canary.toLowerCase()}.example`] },
        rivals: [{ name: `${canary} Rival` }, { name: `${canary} Former` }],
      }),
    ),
  );
  const [rivalId, archivedBrandId] = rivalIds;
  if (rivalId === undefined || archivedBrandId === undefined) throw new Error("the scene needs two rivals");
  await within(async () => unwrap(await archiveBrand({ projectId, brandId: archivedBrandId })));
  const panelName = `${canary} panel`;
  const prompts = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ text: `Which ${canary} desk, number ${index}?` }));
  const save = (count: number) =>
    within(async () => unwrap(await savePanel({ projectId, name: panelName, prompts: prompts(count) })));
  await save(1);
  const { panelVersionId } = await save(2);
  const key = { provider: "openai", secret: `key-of-${canary}` } as const;
  const keyDeps = {
    environment: { KEY_ENCRYPTION_KEYS: TEST_MASTER_KEYS },
    fetch: async () => new Response(null, { status: 200 }),
  };
  const asOwner = { kind: "user", userId: owner.userId, role: "owner" } as const;
  await asOrg(orgId, async () => unwrap(await saveEngineKey(key, keyDeps)), asOwner);
  // Raw bodies that went in the org's own year.
  await inspect(
    "insert into tenancy.retention (org_id, raw_body_days, purged_through) values ($1, 3650, make_date($2, 1, 1))",
    [orgId, year],
  );
  const scheduled = async (name: string) => {
    const { panelId } = await within(async () =>
      unwrap(await savePanel({ projectId, name, prompts: prompts(1) })),
    );
    const when = { days: [1, 2, 3, 4, 5, 6, 7], time: null, timeZone: "UTC" };
    const wanted = { projectId, panelId, engineIds: ["chatgpt"], repeats: 1, ...when };
    return within(async () => unwrap(await saveSchedule(wanted)).scheduleId);
  };
  const scheduleId = await scheduled(panelName);
  const pausedScheduleId = await scheduled(`${canary} paused`);
  await within(async () => unwrap(await pauseSchedule({ projectId, scheduleId: pausedScheduleId })));
  const content = Array.from({ length: 6 }, (_, index) =>
    JSON.stringify({
      engine: ENGINES[index % 2],
      prompt: `Which ${canary} desk, number ${index % 3}?`,
      text: `${index}: I would take the **${canary} Desk**, before the ${canary} Rival; brands like ${canary} Oak and Kestrel are fine, too; see [1].`,
      sources: [
        { url: `https://${canary.toLowerCase()}.example/${index}`, title: canary },
        { url: "https://made-up.example", title: "Desks" },
      ],
      capturedAt: new Date(Date.UTC(year, 9, 1 + index)).toISOString(),
    }),
  ).join("\n");
  const { rejected } = await within(async () =>
    unwrap(await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: "scene" })),
  );
  if (rejected.length > 0) throw new Error(`the scene's answers were rejected: ${JSON.stringify(rejected)}`);
  const reviewed = await queuedItems(inspect, within, { orgId, projectId, brandId: ownBrandId });
  const fact = (brandId: id.BrandId, statement: string) =>
    within(async () => unwrap(await saveFact({ brandId, topic: "feature", statement })).factId);
  const factId = await fact(rivalId, `${canary} Rival has drawers`);
  const archivedFactId = await fact(rivalId, `${canary} Rival has wheels`);
  await within(async () => unwrap(await archiveFact({ factId: archivedFactId })));
  await within(async () =>
    unwrap(await saveCheckSetting({ projectId, share: 1, answersPerRun: 10, pagesPerRun: 0 })),
  );
  const known = { name: `${canary} Desk`, domains: [`${canary.toLowerCase()}.example`] };
  await within(async () =>
    unwrap(await saveBrand({ projectId, brandId: ownBrandId, ...known, aliases: [`${canary} Table`] })),
  );
  await within(async () => unwrap(await startRecompute({ projectId })));
  const idOf = async (sql: string) => String((await inspect(sql, [orgId]))[0]?.id);
  const importRunId = id.RunId.parse(
    await idOf("select id from tracking.run where org_id = $1 and kind = 'import' order by id limit 1"),
  );
  await within(async () => unwrap(await readStatements(importRunId)));
  const promptId = id.PromptId.parse(
    await idOf(`select p.id from tracking.prompt p join tracking.answer a on a.prompt_id = p.id
      where p.org_id = $1 order by p.id limit 1`),
  );
  const project = { workspaceId, projectId, panelVersionId, promptIds: [promptId] };
  const { runId: openRunId } = await createTestRun(orgId, project);
  const { runId: failedRunId } = await createTestRun(orgId, project, { askState: "failed" });
  await inspect("update tracking.run set state = 'failed', closed_at = now() where id = $1", [failedRunId]);
  const colleague = await newPerson(`${name}-colleague`);
  await inOrg(orgId, (tx) => addMember(tx, colleague.userId, "viewer"));
  const inviteId = await openInvite(orgId, `${canary.toLowerCase()}@made-up.example`);
  return {
    ...made,
    inviteId,
    colleagueId: colleague.userId,
    firstWorkspaceId: made.workspaceId,
    canary,
    credits,
    year,
    within,
    workspaceId,
    workspaceSlug,
    projectId,
    projectSlug: await idOf("select slug as id from tenancy.project where org_id = $1"),
    panelName,
    panelVersionId,
    panelId: id.PanelId.parse(
      await idOf(
        `select panel_id as id from tracking.panel_version where id = '${panelVersionId}' and org_id = $1`,
      ),
    ),
    promptId,
    answerId: id.AnswerId.parse(
      await idOf(
        `select id from tracking.answer where prompt_id = '${promptId}' and org_id = $1 order by id limit 1`,
      ),
    ),
    brandId: ownBrandId,
    rivalId,
    archivedBrandId,
    factId,
    archivedFactId,
    scheduleId,
    pausedScheduleId,
    runId: importRunId,
    openRunId,
    failedRunId,
    reviewed,
    owner: { ...owner, request: requestOf(owner) },
    /** A new person with that role in the org. */
    async member(role: Role, workspaceId: id.WorkspaceId | null = null) {
      const person = await newPerson(`${name}-${role}-${crypto.randomUUID().slice(0, 8)}`);
      await inOrg(orgId, (tx) => addMember(tx, person.userId, role, workspaceId));
      return { ...person, request: requestOf(person) };
    },
    slug,
  };
}

interface Person {
  readonly userId: id.UserId;
  readonly name: string;
  readonly email: string;
}

async function newPerson(name: string): Promise<Person> {
  const email = `${name.toLowerCase()}@example.com`;
  return { userId: unwrap(await makeUser({ email, name })), name, email };
}

/** Makes the context of one request of the person: nothing of an earlier request is in it. */
function requestOf(user: Person): () => RequestContext {
  return () => ({ user, requestId: id.newId<string>(), entered: new Map() });
}
