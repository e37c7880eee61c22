import { grantCreditsToOrg } from "@/server/credits";
import { saveEngineKey } from "@/server/engine-keys";
import { rewrapEngineKeys } from "@/server/engine-keys/rewrap-engine-keys";
import { TEST_MASTER_KEYS } from "@/server/engine-keys/testing/test-master-keys";
import { runInContext } from "@/server/kernel/context";
import { UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { createProject } from "@/server/projects";
import { failRun } from "@/server/runs";
import { callMutation, captureFile, type Heard, postImport } from "@/server/trpc/testing/doors";
import { type MemberScene, SCENE_ACTOR } from "@/server/trpc/testing/member-scene";
import { MUTATION_SCENES } from "@/server/trpc/testing/mutation-scenes";
import { CHANGE_NOTHING } from "@/server/trpc/testing/procedures";

/** Something that changes rows, ready to be called: with the request id that its audit rows have to carry. */
export type Ready = (requestId: string) => Promise<Heard>;

export interface AuditedDoor {
  /** What its rows say, in the order in which they are written. */
  readonly actions: readonly string[];
  /** Who they say it was. */
  readonly actor: "owner" | "scene";
  /** Rows of an org that the call itself makes. */
  readonly newOrg?: true;
  /** What changed, where something was there before. */
  readonly changed?: { readonly before: object; readonly after: object };
  prepare(scene: MemberScene): Promise<Ready>;
}

const ACTIONS: Readonly<Record<string, Pick<AuditedDoor, "actions" | "changed">>> = {
  "brands.save": { actions: ["brand.add"] },
  "brands.addRivals": { actions: ["brand.add", "brand.add"] },
  "brands.archive": {
    actions: ["brand.archive"],
    changed: { before: { archived: false }, after: { archived: true } },
  },
  "brands.restore": {
    actions: ["brand.restore"],
    changed: { before: { archived: true }, after: { archived: false } },
  },
  "engineKeys.save": { actions: ["engine_key.save"] },
  "engineKeys.test": {
    actions: ["engine_key.test"],
    changed: {
      before: { provider: "openai", state: "untested" },
      after: { provider: "openai", state: "working" },
    },
  },
  "engineKeys.remove": { actions: ["engine_key.remove"] },
  "retention.save": {
    actions: ["retention.change"],
    changed: { before: { rawBodyDays: null }, after: { rawBodyDays: 90 } },
  },
  "projects.createWorkspace": { actions: ["workspace.create"] },
  "projects.renameWorkspace": {
    actions: ["workspace.rename"],
    changed: { before: { name: "Main" }, after: { name: "Clients" } },
  },
  "projects.rename": {
    actions: ["project.rename"],
    changed: { before: { name: "Desks" }, after: { name: "Chairs" } },
  },
  "facts.save": { actions: ["fact.add"] },
  "facts.archive": {
    actions: ["fact.archive"],
    changed: { before: { archived: false }, after: { archived: true } },
  },
  "facts.restore": {
    actions: ["fact.restore"],
    changed: { before: { archived: true }, after: { archived: false } },
  },
  "facts.saveSetting": {
    actions: ["check.setting"],
    changed: {
      before: { answersPerRun: 40, pagesPerRun: 20 },
      after: { answersPerRun: 5, pagesPerRun: 3 },
    },
  },
  "members.changeRole": {
    actions: ["member.role"],
    changed: {
      before: { role: "viewer", workspaceId: null },
      after: { role: "member", workspaceId: null },
    },
  },
  "members.invite": { actions: ["invite.send"] },
  "members.resendInvite": { actions: ["invite.resend"] },
  "members.revokeInvite": { actions: ["invite.revoke"] },
  "members.remove": { actions: ["member.remove"] },
  "panels.save": {
    actions: ["panel.save"],
    changed: { before: { version: 1, prompts: 2 }, after: { version: 2, prompts: 1 } },
  },
  "panels.restore": {
    actions: ["panel.save"],
    changed: { before: { version: 2, prompts: 1 }, after: { version: 3, prompts: 2 } },
  },
  "recompute.start": { actions: ["recompute.start"] },
  "recompute.cancel": {
    actions: ["recompute.cancel"],
    changed: { before: { stopped: false }, after: { stopped: true } },
  },
  "review.saveSetting": {
    actions: ["review.setting"],
    changed: { before: { confidence: 0.7, share: 0.02 }, after: { confidence: 0.6, share: 0.1 } },
  },
  "review.fill": { actions: ["review.fill"] },
  "review.claim": { actions: ["review.claim"] },
  "review.decide": {
    actions: ["review.decide"],
    changed: { before: { named: 1, stances: ["neutral"] }, after: { named: 0, stances: [] } },
  },
  "review.skip": { actions: ["review.skip"] },
  "review.undo": {
    actions: ["review.undo"],
    changed: { before: { named: 0, stances: [] }, after: { named: 1, stances: ["neutral"] } },
  },
  "runs.request": { actions: ["run.request"] },
  "runs.cancel": {
    actions: ["run.cancelled"],
    changed: {
      before: { state: "requested", plannedAsks: 0 },
      after: { state: "cancelled", plannedAsks: 0 },
    },
  },
  "runs.retry": { actions: ["run.retry"] },
  "schedules.save": { actions: ["schedule.add"] },
  "schedules.pause": {
    actions: ["schedule.pause"],
    changed: { before: { state: "active" }, after: { state: "paused" } },
  },
  "schedules.resume": {
    actions: ["schedule.resume"],
    changed: { before: { state: "paused" }, after: { state: "active" } },
  },
  "schedules.remove": { actions: ["schedule.remove"] },
  "start.readSite": { actions: ["setup.read"] },
  "start.save": { actions: ["setup.save"] },
  "start.finish": { actions: ["project.create", "panel.save"] },
};

const inScene = async ({ orgId }: MemberScene, requestId: string, work: () => Promise<unknown>) => {
  try {
    const body = await runInContext({ orgId, actor: SCENE_ACTOR, requestId }, work);
    return { status: 200, body };
  } catch (thrown) {
    return { status: 500, body: String(thrown) };
  }
};

/** Verbs that change something and have no procedure: scripts and jobs call them. */
const VERBS: Readonly<Record<string, AuditedDoor>> = {
  "POST /api/import": {
    actions: ["panel.save", "captures.import"],
    actor: "owner",
    prepare: async (scene) => (requestId) => postImport(scene, captureFile(), crypto.randomUUID(), requestId),
  },
  createOrg: {
    actions: ["member.add", "org.create"],
    actor: "scene",
    newOrg: true,
    prepare: async (scene) => (requestId) =>
      inScene(scene, requestId, async () =>
        unwrap(await createOrg({ name: "Another" }, SCENE_ACTOR, requestId, UserId.parse(scene.userId))),
      ),
  },
  createProject: {
    actions: ["project.create"],
    actor: "scene",
    prepare: async (scene) => (requestId) =>
      inScene(scene, requestId, async () => {
        const { workspaceId } = scene;
        return unwrap(
          await createProject({ workspaceId, name: "Chairs", own: { name: "Sedia" }, rivals: [] }),
        );
      }),
  },
  grantCreditsToOrg: {
    actions: ["credits.grant"],
    actor: "scene",
    prepare: async (scene) => (requestId) =>
      inScene(scene, requestId, async () => {
        const [ref, idemKey] = [{ type: "org", id: scene.orgId }, "grant:more"];
        return unwrap(await grantCreditsToOrg({ amount: 5, source: "grant", idemKey, expiresAt: null, ref }));
      }),
  },
  rewrapEngineKeys: {
    actions: ["engine_key.rewrap"],
    actor: "scene",
    changed: { before: { masterVersion: 1 }, after: { masterVersion: 2 } },
    async prepare(scene) {
      const key = { provider: "openai", secret: `a-key-${crypto.randomUUID()}` } as const;
      await scene.within(async () => unwrap(await saveEngineKey(key)));
      const newer = `2:${Buffer.alloc(32, 8).toString("base64")},${TEST_MASTER_KEYS}`;
      return (requestId) =>
        inScene(scene, requestId, async () => unwrap(await rewrapEngineKeys({ KEY_ENCRYPTION_KEYS: newer })));
    },
  },
  failRun: {
    actions: ["run.failed"],
    actor: "scene",
    changed: { before: { state: "asking", plannedAsks: 2 }, after: { state: "asking", plannedAsks: 0 } },
    async prepare(scene) {
      const runId = await scene.askingRun();
      return (requestId) =>
        inScene(scene, requestId, async () => unwrap(await failRun(runId, "the worker gave up")));
    },
  },
};

function mutationDoor(path: string): AuditedDoor {
  const scene = MUTATION_SCENES[path];
  const said = ACTIONS[path];
  if (!scene || !said) throw new Error(`${path} changes something, and nobody says what its audit row is`);
  return {
    ...said,
    actor: "owner",
    async prepare(member) {
      const input = await scene.input(member);
      const key = scene.keyed && { idempotencyKey: crypto.randomUUID() };
      return (requestId) => callMutation(member, path, { ...input, ...key }, requestId);
    },
  };
}

/** Everything that changes something, by its name: every mutation of an org that doesn't claim to change nothing, and VERBS. */
export const AUDITED_DOORS: Readonly<Record<string, AuditedDoor>> = {
  ...Object.fromEntries(
    Object.keys(MUTATION_SCENES)
      .filter((path) => !CHANGE_NOTHING.includes(path))
      .map((path) => [path, mutationDoor(path)]),
  ),
  ...VERBS,
};
