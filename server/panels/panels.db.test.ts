import { describe, expect, test } from "vitest";
import { asOrg, createTestOrg, createTestProject } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { ProjectId } from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import {
  checkPrompts,
  comparePanelVersions,
  getPanel,
  listPanels,
  restorePanelVersion,
  savePanel,
} from "@/server/panels";
import { addRun, codeOf, panelScene as scene, texts } from "./testing/panel-scene";

const { inspect } = testDatabase();

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
    const unset = { topic: "", persona: "", stage: null, locale: "en-US" };
    const marks = { intent: "category", tags: [], ...unset };
    expect(await compare(2)).toEqual({
      version: 2,
      added: [{ ...marks, text: "comes" }],
      removed: [{ ...marks, text: "goes" }],
      changed: [
        {
          before: { ...marks, text: "retagged" },
          after: { ...marks, text: "retagged", intent: "problem", tags: ["x"] },
        },
      ],
      unchanged: 1,
    });
    expect(await compare(1)).toMatchObject({ added: [{}, {}, {}], removed: [], changed: [], unchanged: 0 });
  });

  test("the same words in another locale are another question; topic, persona and stage follow one over versions", async () => {
    const { projectId, as, save, get } = await scene();
    const both = [{ text: "best desk" }, { text: "best desk", locale: "de-DE" }];
    unwrap(await save(both));
    const [english, german] = (await get()).prompts;
    expect(english?.hash).not.toBe(german?.hash);
    const told = { topic: "Desks", persona: "gamer", stage: "decision" as const };
    unwrap(
      await save([
        { text: "best desk", ...told },
        { text: "best desk", locale: "de-DE" },
      ]),
    );
    const newest = await get();
    expect(newest.prompts).toMatchObject([{ hash: english?.hash, ...told }, { hash: german?.hash }]);
    const compare = as(async () =>
      unwrap(await comparePanelVersions({ projectId, name: "Main", version: 2 })),
    );
    expect(await compare).toMatchObject({ added: [], removed: [], changed: [{}], unchanged: 1 });
    unwrap(await as(() => restorePanelVersion({ projectId, name: "Main", version: 1 })));
    expect((await get()).prompts).toMatchObject([{ topic: "", stage: null }, { locale: "de-DE" }]);
    // Control: in one locale it is there twice.
    expect(await codeOf(save([{ text: "best desk" }, { text: "best desk " }]))).toBe("invalid_input");
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
      const verbs: (() => Promise<Result<unknown>>)[] = [
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
