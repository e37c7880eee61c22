import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { codeOf, panelScene as scene, texts } from "./testing/panel-scene";

const { inspect } = testDatabase();

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
      "select before, after, detail from ops.audit_log where org_id = $1 and action = 'panel.save' order by id",
      [orgId],
    );
    expect(rows).toMatchObject([
      { before: null, after: { version: 1, prompts: 2 }, detail: { added: 2, removed: 0, changed: 0 } },
      {
        before: { version: 1, prompts: 2 },
        after: { version: 2, prompts: 2 },
        detail: { added: 1, removed: 1, changed: 1 },
      },
    ]);
  });
});
