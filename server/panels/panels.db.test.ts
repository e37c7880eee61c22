import { describe, expect, test } from "vitest";
import { run } from "@/db/schema";
import { asOrg, createTestOrg, createTestProject, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import {
  newId,
  type OrgId,
  type PanelVersionId,
  ProjectId,
  type RunId,
  type UserId,
} from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import {
  checkPrompts,
  comparePanelVersions,
  getPanel,
  listPanels,
  restorePanelVersion,
  type SavePanelInput,
  savePanel,
} from "@/server/panels";
import { createProject } from "@/server/projects";

const { inspect } = testDatabase();
const system = { kind: "system" as const, job: "test" };
const person = (role: "viewer" | "member") => ({
  kind: "user" as const,
  userId: newId<UserId>(),
  role,
});
type Prompts = SavePanelInput["prompts"];
const texts = (...each: string[]): Prompts => each.map((text) => ({ text }));
const codeOf = async (call: Promise<Result<unknown>>) => {
  const result = await call;
  return result.ok ? "ok" : result.error.code;
};

/** A project whose own brand is Halvorn and whose rival has the longer name Halvorn Nova, and saves of its panel "Main". */
async function scene() {
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Acme" }, system, "test"));
  const { projectId } = await asOrg(orgId, async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: "Notes",
        own: { name: "Halvorn", aliases: ["Halvorn Desks"] },
        rivals: [{ name: "Halvorn Nova" }],
      }),
    ),
  );
  const as = <T>(work: () => Promise<T>, role: "viewer" | "member" = "member") =>
    asOrg(orgId, work, person(role));
  const save = (prompts: Prompts, baseVersion?: number) =>
    as(() =>
      savePanel({ projectId, name: "Main", prompts, ...(baseVersion !== undefined && { baseVersion }) }),
    );
  const get = (version?: number) =>
    as(async () => unwrap(await getPanel({ projectId, name: "Main", ...(version && { version }) })));
  return { orgId, projectId, as, save, get };
}

async function addRun(orgId: OrgId, projectId: ProjectId, panelVersionId: PanelVersionId) {
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
      idemKey: crypto.randomUUID(),
      fingerprint: "test",
      observedAt: new Date(),
    }),
  );
}

describe("saving a panel", () => {
  test("keeps intents and tags; a tag twice in another case is one, and the first spelling stays", async () => {
    const { save, get } = await scene();
    unwrap(
      await save([{ text: " best desk? ", intent: "comparison", tags: [" Germany", "germany", "B2B"] }]),
    );
    const { prompts, version } = await get();
    expect(version).toBe(1);
    expect(prompts).toMatchObject([
      { text: "best desk?", intent: "comparison", tags: ["Germany", "B2B"], namesOwnBrand: false },
    ]);
  });

  test("an edit is the next version, and the first stays word for word as it was", async () => {
    const { save, get } = await scene();
    unwrap(await save([{ text: "one", tags: ["a"] }, { text: "two" }]));
    const first = await get();
    expect(unwrap(await save([{ text: "one", tags: ["b"] }, { text: "three" }], 1))).toMatchObject({
      version: 2,
      unchanged: false,
    });
    expect((await get(1)).prompts).toEqual(first.prompts);
    expect((await get()).prompts.map(({ text, tags }) => [text, tags])).toEqual([
      ["one", ["b"]],
      ["three", []],
    ]);
    expect((await get()).versions.map(({ version, prompts, runs }) => [version, prompts, runs])).toEqual([
      [2, 2, 0],
      [1, 2, 0],
    ]);
  });

  test("without any change it returns the newest version and makes none, whatever the order of prompts and tags", async () => {
    const { save, orgId } = await scene();
    const made = unwrap(await save([{ text: "one", tags: ["a", "b"] }, { text: "two" }]));
    const again = unwrap(await save([{ text: "two" }, { text: " one ", tags: ["b", "a"] }], 1));
    expect(again).toEqual({ ...made, unchanged: true });
    expect(await inspect("select version from tracking.panel_version where org_id = $1", [orgId])).toEqual([
      { version: 1 },
    ]);
    // The control: one tag more is a change.
    expect(unwrap(await save([{ text: "one", tags: ["a", "b", "c"] }, { text: "two" }], 1)).version).toBe(2);
  });

  test("on a version that was overtaken it is a conflict that names both, and nothing is written", async () => {
    const { save, get } = await scene();
    unwrap(await save(texts("one")));
    unwrap(await save(texts("one", "theirs"), 1));
    const result = await save(texts("one", "mine"), 1);
    expect(result.ok ? "saved" : [result.error.code, result.error.message]).toEqual([
      "conflict",
      expect.stringMatching(/saved version 2 of the panel "Main" while you edited version 1/),
    ]);
    expect((await get()).version).toBe(2);
    // Without a base, as a script saves, the newest is the base; on the newest, it goes through.
    expect(unwrap(await save(texts("one", "mine"), 2)).version).toBe(3);
    expect(unwrap(await save(texts("one"))).version).toBe(4);
  });

  test("sent twice, because the first answer was lost, it makes one version and no conflict", async () => {
    const { save } = await scene();
    unwrap(await save(texts("one")));
    const first = unwrap(await save(texts("one", "two"), 1));
    expect(unwrap(await save(texts("one", "two"), 1))).toEqual({ ...first, unchanged: true });
  });

  test("of twenty saves at once on the same base exactly one wins, and nineteen are conflicts", async () => {
    const { save, get } = await scene();
    unwrap(await save(texts("one")));
    const codes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => codeOf(save(texts("one", `mine ${index}`), 1))),
    );
    expect(codes.toSorted()).toEqual([...Array<string>(19).fill("conflict"), "ok"]);
    expect((await get()).version).toBe(2);
  });

  test("a first save of a name that somebody else took meanwhile is a conflict, too", async () => {
    const { save } = await scene();
    const codes = await Promise.all(["a", "b", "c"].map((text) => codeOf(save(texts(text), 0))));
    expect(codes.toSorted()).toEqual(["conflict", "conflict", "ok"]);
  });

  test("a thousand prompts of full length go in at once, and one more is refused in words", async () => {
    const { save, get } = await scene();
    const many = Array.from({ length: 1_000 }, (_, index) => ({
      text: `${index} `.padEnd(2_000, "x"),
      tags: Array.from({ length: 20 }, (_, tag) => `tag ${tag}`),
    }));
    unwrap(await save(many));
    expect((await get()).prompts).toHaveLength(1_000);
    const result = await save([...many, { text: "one more" }]);
    expect(result.ok ? "" : result.error.message).toMatch(/at most 1000 prompts/);
  });

  test.each([
    ["a tag with a comma", { text: "one", tags: ["a, b"] }, /tags\.0: has a comma/],
    ["too many tags", { text: "one", tags: Array.from({ length: 21 }, (_, n) => `${n}`) }, /more than 20/],
    ["a NUL", { text: "one\0two" }, /can't be stored/],
    ["half a character", { text: "one \ud83d" }, /can't be stored/],
  ])("%s is refused beside its prompt", async (_, prompt, says) => {
    const { save } = await scene();
    const result = await save([{ text: "fine" }, prompt]);
    expect(result.ok ? "" : result.error.message).toMatch(says);
    expect(result.ok ? [] : result.error.details.problems).toMatchObject([
      { field: expect.stringMatching(/^prompts\.1\./) },
    ]);
  });

  test("the same question twice is refused at its place", async () => {
    const { save } = await scene();
    const result = await save(texts("a", "b", " a"));
    expect(result.ok ? null : result.error.details.problems).toEqual([
      { field: "prompts.2.text", problem: "is the same as prompt 1" },
    ]);
  });

  test("leaves an audit row with what changed, and a refused one leaves none", async () => {
    const { save, orgId } = await scene();
    unwrap(await save(texts("one", "two")));
    unwrap(await save([{ text: "one", intent: "problem" }, { text: "three" }], 1));
    await save(texts("four"), 1);
    const rows = await inspect(
      "select detail from ops.audit_log where org_id = $1 and action = 'panel.save' order by id",
      [orgId],
    );
    expect(rows.map(({ detail }) => detail)).toEqual([
      { version: 1, prompts: 2, added: 2, removed: 0, changed: 0 },
      { version: 2, prompts: 2, added: 1, removed: 1, changed: 1 },
    ]);
  });
});

describe("reading panels", () => {
  test("the list names the newest version of each, and whether runs asked it", async () => {
    const { orgId, projectId, as, save, get } = await scene();
    unwrap(await save(texts("one")));
    await addRun(orgId, projectId, (await get()).panelVersionId);
    await addRun(orgId, projectId, (await get()).panelVersionId);
    unwrap(await save(texts("one", "two"), 1));
    unwrap(await as(() => savePanel({ projectId, name: "Another", prompts: texts("x") })));
    const list = await as(async () => unwrap(await listPanels({ projectId })), "viewer");
    expect(list).toMatchObject([
      { name: "Main", version: 2, prompts: 2, runs: 2, runsOfVersion: 0 },
      { name: "Another", version: 1, prompts: 1, runs: 0, runsOfVersion: 0 },
    ]);
    expect(list[0]?.savedAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect((await get()).versions.map(({ runs }) => runs)).toEqual([0, 2]);
  });

  test("the difference of a version to the one before counts by question: added, removed, changed marks", async () => {
    const { projectId, as, save } = await scene();
    unwrap(await save(texts("stays", "goes", "retagged")));
    unwrap(
      await save([
        { text: "stays" },
        { text: "retagged", intent: "problem", tags: ["x"] },
        { text: "comes" },
      ]),
    );
    const compare = (version: number) =>
      as(async () => unwrap(await comparePanelVersions({ projectId, name: "Main", version })), "viewer");
    expect(await compare(2)).toEqual({
      version: 2,
      added: [{ text: "comes", intent: "category", tags: [] }],
      removed: [{ text: "goes", intent: "category", tags: [] }],
      changed: [
        {
          before: { text: "retagged", intent: "category", tags: [] },
          after: { text: "retagged", intent: "problem", tags: ["x"] },
        },
      ],
      unchanged: 1,
    });
    expect(await compare(1)).toMatchObject({ added: [{}, {}, {}], removed: [], changed: [], unchanged: 0 });
  });

  test("a prompt that names the own brand is marked; a rival's longer name and a longer word are not it", async () => {
    const { projectId, as, save, get } = await scene();
    const asked = [
      "Is Halvorn any good?",
      "halvorn desks vs others",
      "Is Halvorn Nova any good?",
      "What is a Halvornian desk?",
    ];
    const expected = [true, true, false, false];
    unwrap(await save(texts(...asked)));
    expect((await get()).prompts.map((each) => each.namesOwnBrand)).toEqual(expected);
    const checked = await as(async () => unwrap(await checkPrompts({ projectId, texts: asked })), "viewer");
    expect(checked).toEqual({ ownBrand: "Halvorn", namesOwnBrand: expected });
  });
});

describe("restoring a version", () => {
  test("saves what it asked as the next one, tags and intents too, and leaves those between", async () => {
    const { projectId, as, save, get } = await scene();
    unwrap(await save([{ text: "one", intent: "problem", tags: ["a"] }]));
    unwrap(await save(texts("two"), 1));
    const restore = (version: number, baseVersion?: number) =>
      as(() =>
        restorePanelVersion({
          projectId,
          name: "Main",
          version,
          ...(baseVersion !== undefined && { baseVersion }),
        }),
      );
    expect(unwrap(await restore(1, 2))).toMatchObject({ version: 3, unchanged: false });
    const now = await get();
    expect(now.prompts).toMatchObject([{ text: "one", intent: "problem", tags: ["a"] }]);
    expect(now.prompts.map(({ hash }) => hash)).toEqual((await get(1)).prompts.map(({ hash }) => hash));
    expect(now.versions).toHaveLength(3);
    expect(unwrap(await restore(3))).toMatchObject({ version: 3, unchanged: true });
    expect(await codeOf(restore(2, 2))).toBe("conflict");
    expect(await codeOf(restore(9))).toBe("not_found");
  });
});

describe("who may", () => {
  test("a viewer reads everything and saves nothing; a member saves", async () => {
    const { projectId, as, save, orgId } = await scene();
    unwrap(await save(texts("one")));
    const at = { projectId, name: "Main" };
    const view = (work: () => Promise<Result<unknown>>) => codeOf(as(work, "viewer"));
    expect(await view(() => savePanel({ ...at, prompts: texts("two") }))).toBe("forbidden");
    expect(await view(() => restorePanelVersion({ ...at, version: 1 }))).toBe("forbidden");
    expect(await view(() => listPanels({ projectId }))).toBe("ok");
    expect(await view(() => getPanel(at))).toBe("ok");
    expect(await view(() => comparePanelVersions({ ...at, version: 1 }))).toBe("ok");
    expect(await view(() => checkPrompts({ projectId, texts: ["x"] }))).toBe("ok");
    expect(
      await inspect("select version from tracking.panel_version where org_id = $1", [orgId]),
    ).toHaveLength(1);
  });

  test("another org's project, and one that isn't there, are not found by any verb, and get no panel", async () => {
    const { projectId: theirs, save } = await scene();
    unwrap(await save(texts("one")));
    const orgId = await createTestOrg();
    await createTestProject(orgId);
    for (const projectId of [theirs, ProjectId.parse(crypto.randomUUID())]) {
      const at = { projectId, name: "Main" };
      const verbs = [
        () => savePanel({ ...at, prompts: texts("two") }),
        () => restorePanelVersion({ ...at, version: 1 }),
        () => listPanels({ projectId }),
        () => getPanel(at),
        () => comparePanelVersions({ ...at, version: 1 }),
        () => checkPrompts({ projectId, texts: ["x"] }),
      ];
      for (const verb of verbs) expect(await codeOf(asOrg(orgId, verb))).toBe("not_found");
    }
    expect(await inspect("select id from tracking.panel where project_id = $1", [theirs])).toHaveLength(1);
  });
});
