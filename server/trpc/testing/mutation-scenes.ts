import { asOrg, inOrg } from "@/db/testing/factories";
import { addMember, makeUser } from "@/server/accounts";
import { saveEngineKey } from "@/server/engine-keys";
import { archiveFact, saveFact } from "@/server/facts";
import { unwrap } from "@/server/kernel/result";
import { openInvite } from "@/server/members/testing/open-invite";
import { saveSetup } from "@/server/onboarding";
import { savePanel } from "@/server/panels";
import { archiveBrand, saveBrand } from "@/server/projects";
import { startRecompute } from "@/server/recompute";
import { saveReviewSetting } from "@/server/review";
import { SCENE_TOKEN } from "@/server/review/testing/queued-items";
import { pauseSchedule, saveSchedule } from "@/server/schedules";
import type { MemberScene } from "./member-scene";

/** What a mutation is called with in a scene; `org` and the idempotency key are added by who calls it. */
export interface MutationScene {
  /** Creates a run or moves credits: it takes an idempotency key. `effects` counts what it makes, as SQL of one org. */
  readonly keyed?: { readonly effects: string };
  /** A valid input, after whatever has to be there for it. Two of one scene are two different requests. */
  input(scene: MemberScene): Promise<object>;
}

const PANEL = "Main";
const prompts = (text: string) => [{ text }];
const counted = (table: string, what: string) =>
  `select count(*)::int as n from ${table} where org_id = $1 and ${what}`;

/** Mutations of no org, for operators: what they do and leave on record is shown by server/operations. */
export const PLATFORM_MUTATIONS: readonly string[] = [
  "operations.deadLetters.retry",
  "operations.deadLetters.retryAll",
  "operations.deadLetters.drop",
  "operations.engines.pause",
  "operations.engines.resume",
  "operations.flags.set",
];

/** Every mutation of an org. One that is missing here fails the tests that enumerate them, by its name. */
export const MUTATION_SCENES: Readonly<Record<string, MutationScene>> = {
  "analysis.suggestPrompts": {
    input: async ({ projectId }) => ({ projectId, category: "desk" }),
  },
  "projects.createWorkspace": { input: async () => ({ name: "Clients" }) },
  "projects.renameWorkspace": { input: async () => ({ workspace: "main", name: "Clients" }) },
  "projects.rename": { input: async () => ({ workspace: "main", project: "desks", name: "Chairs" }) },
  "retention.save": { input: async () => ({ rawBodyDays: 90 }) },
  "analysis.suggestRivals": {
    input: async ({ projectId }) => ({ projectId }),
  },
  "brands.save": {
    input: async ({ projectId }) => ({ projectId, name: "Kestrel", domains: ["kestrel.example"] }),
  },
  "brands.addRivals": {
    input: async ({ projectId }) => ({ projectId, names: ["Sedia", "Kestrel Nine"] }),
  },
  "brands.archive": {
    input: async ({ projectId, rivalIds }) => ({ projectId, brandId: rivalIds[0] }),
  },
  "brands.restore": {
    async input({ within, projectId, rivalIds }) {
      const [brandId = ""] = rivalIds;
      await within(async () => unwrap(await archiveBrand({ projectId, brandId })));
      return { projectId, brandId };
    },
  },
  "brands.previewAlias": {
    input: async ({ projectId, ownBrandId }) => ({
      projectId,
      brandId: ownBrandId,
      alias: "Halv",
      name: "Halvorn",
      aliases: [],
      domains: [],
    }),
  },
  "engineKeys.save": {
    input: async () => newKey(),
  },
  "engineKeys.test": {
    async input({ within }) {
      const unavailable = async () => new Response(null, { status: 503 });
      await within(async () => unwrap(await saveEngineKey(newKey(), { fetch: unavailable })));
      return { provider: "openai" };
    },
  },
  "engineKeys.remove": {
    async input({ within }) {
      await within(async () => unwrap(await saveEngineKey(newKey())));
      return { provider: "openai" };
    },
  },
  "facts.save": {
    input: async ({ ownBrandId }) => ({ brandId: ownBrandId, ...newFact() }),
  },
  "facts.archive": {
    input: async (scene) => ({ factId: await savedFact(scene) }),
  },
  "facts.restore": {
    async input(scene) {
      const factId = await savedFact(scene);
      await scene.within(async () => unwrap(await archiveFact({ factId })));
      return { factId };
    },
  },
  "facts.saveSetting": {
    input: async ({ projectId }) => ({ projectId, share: 0.4, answersPerRun: 5, pagesPerRun: 3 }),
  },
  "members.changeRole": {
    input: async (scene) => ({ userId: await colleague(scene), role: "member" }),
  },
  "members.remove": {
    input: async (scene) => ({ userId: await colleague(scene) }),
  },
  "members.invite": {
    input: async () => ({ email: `invited-${crypto.randomUUID()}@example.com`, role: "viewer" }),
  },
  "members.resendInvite": {
    input: async ({ orgId }) => ({ inviteId: await openInvite(orgId) }),
  },
  "members.revokeInvite": {
    input: async ({ orgId }) => ({ inviteId: await openInvite(orgId) }),
  },
  "panels.save": {
    input: async ({ projectId }) => ({ projectId, name: PANEL, prompts: prompts("Which desk is cheap?") }),
  },
  "panels.restore": {
    async input({ within, projectId }) {
      const next = { projectId, name: PANEL, prompts: prompts("Which desk is next?") };
      await within(async () => unwrap(await savePanel(next)));
      return { projectId, name: PANEL, version: 1 };
    },
  },
  "panels.check": {
    input: async ({ projectId }) => ({ projectId, texts: ["Is a Halvorn quiet?"] }),
  },
  "recompute.start": {
    input: async (scene) => ({ projectId: await readTheOldWay(scene) }),
  },
  "recompute.cancel": {
    async input(scene) {
      const projectId = await readTheOldWay(scene);
      await scene.within(async () => unwrap(await startRecompute({ projectId })));
      return { projectId };
    },
  },
  "review.saveSetting": {
    input: async ({ projectId }) => ({ projectId, confidence: 0.6, share: 0.1 }),
  },
  "review.fill": {
    async input({ within, projectId, importAnswers }) {
      await importAnswers();
      await within(async () => unwrap(await saveReviewSetting({ projectId, confidence: 0.7, share: 1 })));
      return { projectId };
    },
  },
  "review.claim": {
    async input({ projectId, reviewItems }) {
      return { projectId, itemId: (await reviewItems()).open };
    },
  },
  "review.decide": {
    async input({ reviewItems }) {
      return { itemId: (await reviewItems()).toDecide, token: SCENE_TOKEN, verdict: "no", brandIds: [] };
    },
  },
  "review.skip": {
    input: async ({ reviewItems }) => ({ itemId: (await reviewItems()).toSkip, token: SCENE_TOKEN }),
  },
  "review.undo": {
    input: async ({ reviewItems }) => ({ itemId: (await reviewItems()).decided }),
  },
  "runs.request": {
    keyed: { effects: counted("tracking.run", "kind = 'ask'") },
    input: async ({ grid }) => ({ ...grid, repeats: nextNumber(5) }),
  },
  "runs.cancel": {
    keyed: { effects: counted("tracking.run", "state = 'cancelled'") },
    input: async ({ requestedRun }) => ({ runId: await requestedRun() }),
  },
  "runs.retry": {
    keyed: { effects: counted("tracking.run", "retry_of is not null") },
    input: async ({ failedRun }) => ({ runId: await failedRun() }),
  },
  "schedules.save": {
    input: async (scene) => newSchedule(scene),
  },
  "schedules.pause": {
    input: async (scene) => ({ projectId: scene.projectId, scheduleId: await savedSchedule(scene) }),
  },
  "schedules.resume": {
    async input(scene) {
      const named = { projectId: scene.projectId, scheduleId: await savedSchedule(scene) };
      await scene.within(async () => unwrap(await pauseSchedule(named)));
      return named;
    },
  },
  "schedules.remove": {
    input: async (scene) => ({ projectId: scene.projectId, scheduleId: await savedSchedule(scene) }),
  },
  "start.readSite": {
    input: async () => ({ site: "made-up.example" }),
  },
  "start.save": {
    input: async () => newSetup(),
  },
  "start.finish": {
    async input({ orgId, userId }) {
      const owner = { kind: "user", userId, role: "owner" } as const;
      await asOrg(orgId, async () => unwrap(await saveSetup(newSetup())), owner);
      return newSetup();
    },
  },
};

function newSetup() {
  const name = `Kestrel ${crypto.randomUUID().slice(0, 8)}`;
  const draft = {
    site: "",
    name,
    aliases: [],
    domains: [],
    category: "desks",
    locale: "en-US",
    rivals: ["Sedia"],
  };
  return { draft: { ...draft, prompts: [{ text: "Which desk?", intent: "category" as const }] } };
}

function newSchedule({ projectId, panelId }: MemberScene) {
  const when = { days: [1, 4], time: "08:30", timeZone: "Europe/Berlin" };
  return { projectId, panelId, engineIds: ["chatgpt"], repeats: 1, ...when };
}

function savedSchedule(scene: MemberScene) {
  return scene.within(async () => unwrap(await saveSchedule(newSchedule(scene))).scheduleId);
}

async function colleague({ orgId }: MemberScene) {
  const name = `colleague-${crypto.randomUUID()}`;
  const userId = unwrap(await makeUser({ email: `${name}@example.com`, name }));
  await inOrg(orgId, (tx) => addMember(tx, userId, "viewer"));
  return userId;
}

function newFact() {
  return { topic: "feature" as const, statement: `Has drawer ${crypto.randomUUID()}` };
}

function savedFact({ within, ownBrandId }: MemberScene) {
  return within(async () => unwrap(await saveFact({ brandId: ownBrandId, ...newFact() })).factId);
}

/** The project, with stored answers that were read before its own brand had another name. */
async function readTheOldWay({ within, projectId, ownBrandId, importAnswers }: MemberScene) {
  await importAnswers();
  const names = { name: "Halvorn", aliases: ["Hv Desks"] };
  await within(async () => unwrap(await saveBrand({ projectId, brandId: ownBrandId, ...names })));
  return projectId;
}

function newKey() {
  return { provider: "openai" as const, secret: `a-key-${crypto.randomUUID()}` };
}

let last = 0;

/** 1 to `most`, another one each time. */
function nextNumber(most: number): number {
  last = (last % most) + 1;
  return last;
}
