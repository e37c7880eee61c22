import { describe, expect, test } from "vitest";
import { asOrg, createTestOrg, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { compileBrandSet } from "@/server/extraction";
import { BrandId, ProjectId } from "@/server/kernel/id";
import { type Result, unwrap } from "@/server/kernel/result";
import {
  addRivals,
  archiveBrand,
  listBrands,
  previewAlias,
  readBrands,
  restoreBrand,
  type SavedBrand,
  saveBrand,
} from "@/server/projects";
import { brandScene } from "./testing/brand-scene";

const { inspect } = testDatabase();

const refusalOf = async (call: Promise<Result<unknown>>) => {
  const result = await call;
  return result.ok
    ? "ok"
    : { code: result.error.code, says: result.error.message, problems: result.error.details.problems };
};
const codeOf = async (call: Promise<Result<unknown>>) => {
  const refusal = await refusalOf(call);
  return refusal === "ok" ? refusal : refusal.code;
};
const setVersion = (scene: Awaited<ReturnType<typeof brandScene>>) =>
  inOrg(scene.orgId, async (tx) => compileBrandSet(await readBrands(tx, scene.projectId)).version);

describe("the list of brands", () => {
  test("has the own brand first, then rivals by name, archived ones apart, with the answers that name each", async () => {
    const scene = await brandScene();
    const { projectId, as, verticore, noteFlow } = scene;
    unwrap(await as(() => saveBrand({ projectId, name: "almira", aliases: ["Zeta", "Beta"] })));
    const answers = await scene.store(["a", "b", "c", "d"]);
    await scene.name(answers.slice(0, 3), verticore);
    await scene.name(answers.slice(2, 3), scene.ownBrandId);
    unwrap(await as(() => archiveBrand({ projectId, brandId: noteFlow })));
    const list = await scene.list();
    expect(list.answers).toBe(4);
    expect(list.brands.map(({ name, own, answers: named }) => [name, own, named])).toEqual([
      ["Halvorn", true, 1],
      ["almira", false, 0],
      ["Verticore", false, 3],
    ]);
    expect(list.brands[1]?.aliases).toEqual(["Beta", "Zeta"]);
    expect(list.brands[0]).toMatchObject({ aliases: ["Halvorn Desks"], domains: ["halvorn.example"] });
    expect(list.archived).toMatchObject([{ name: "NoteFlow", archivedAt: expect.stringMatching(/Z$/) }]);
  });
});

describe("adding several rivals", () => {
  test("adds all of them, matched from then on and each on record, or none and says why", async () => {
    const scene = await brandScene();
    const { projectId, orgId, as } = scene;
    const names = async () => (await scene.list()).brands.map(({ name }) => name);
    const before = [await setVersion(scene), await names()];
    for (const [wanted, code] of [
      [["Sedia", "Verticore"], "conflict"],
      [["Sedia", "sedia"], "conflict"],
      [["Sedia", "*"], "invalid_input"],
    ] as const)
      expect(await codeOf(as(() => addRivals({ projectId, names: [...wanted] }))), code).toBe(code);
    expect(await codeOf(as(() => addRivals({ projectId, names: ["Sedia"] }), "viewer"))).toBe("forbidden");
    const other = await createTestOrg();
    expect(await codeOf(asOrg(other, () => addRivals({ projectId, names: ["Sedia"] })))).toBe("not_found");
    expect([await setVersion(scene), await names()]).toEqual(before);
    unwrap(await as(() => addRivals({ projectId, names: ["Sedia", "Kestrel"] })));
    expect(await names()).toEqual(["Halvorn", "Kestrel", "NoteFlow", "Sedia", "Verticore"]);
    expect(await setVersion(scene)).not.toBe(before[0]);
    expect(
      await inspect(
        "select after ->> 'name' as name from ops.audit_log where org_id = $1 and action = 'brand.add' order by 1",
        [orgId],
      ),
    ).toEqual([{ name: "Kestrel" }, { name: "Sedia" }]);
  });

  test("a hundred rivals are the most, however many come at once", async () => {
    const scene = await brandScene();
    const { projectId, as } = scene;
    const some = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) => `Rival${from + index}x`);
    for (let from = 0; from < 80; from += 20)
      unwrap(await as(() => addRivals({ projectId, names: some(from, 20) })));
    expect(await codeOf(as(() => addRivals({ projectId, names: some(80, 19) })))).toBe("conflict");
    unwrap(await as(() => addRivals({ projectId, names: some(80, 18) })));
  });
});

describe("saving a brand", () => {
  test("adds a rival that the extractor matches from then on, and the brand set's version changes", async () => {
    const scene = await brandScene();
    const before = await setVersion(scene);
    const { projectId } = scene;
    const saved = await scene.as(() =>
      saveBrand({
        projectId,
        name: "Nordaka",
        aliases: ["nordaka", "Nordaka Home"],
        domains: ["www.Nordaka.example"],
      }),
    );
    const set = await inOrg(scene.orgId, (tx) => readBrands(tx, projectId));
    expect(set.find(({ id }) => id === unwrap(saved).brandId)).toMatchObject({
      name: "Nordaka",
      own: false,
      aliases: ["Nordaka Home"],
      domains: ["nordaka.example"],
    });
    expect(await setVersion(scene)).not.toBe(before);
  });

  test("replaces names and domains of any brand, the own one too, and leaves the others alone", async () => {
    const scene = await brandScene();
    const { projectId, ownBrandId: brandId } = scene;
    const others = (await scene.list()).brands.slice(1);
    unwrap(await scene.as(() => saveBrand({ projectId, brandId, name: "Halvorn AB", aliases: ["HVN"] })));
    const now = (await scene.list()).brands;
    expect(now[0]).toMatchObject({ name: "Halvorn AB", own: true, aliases: ["HVN"], domains: [] });
    expect(now.slice(1)).toEqual(others);
  });

  test("with the names that it has changes nothing and leaves no audit row", async () => {
    const scene = await brandScene();
    const { projectId, ownBrandId: brandId, orgId } = scene;
    const same = { name: "Halvorn", aliases: ["Halvorn Desks", "halvorn"], domains: ["halvorn.example"] };
    const saved = await scene.as(() => saveBrand({ projectId, brandId, ...same }));
    expect(unwrap(saved)).toEqual({ brandId, unchanged: true });
    const changes = "select 1 from ops.audit_log where org_id = $1 and action like 'brand.%'";
    expect(await inspect(changes, [orgId])).toEqual([]);
  });

  test.each([
    ["a name that can't be matched", { name: "***" }, "invalid_input", "name", /no letter or number/],
    [
      "an alias that can't be",
      { name: "X1", aliases: ["ok", "7"] },
      "invalid_input",
      "aliases.1",
      /only a number/,
    ],
    ["a name that only looks like a rival's", { name: "note-flow", aliases: [] }, "ok", "", /^$/],
    [
      "the same name folded",
      { name: "NOTEFLOW" },
      "conflict",
      "name",
      /"NOTEFLOW" already belongs to NoteFlow\.$/,
    ],
    [
      "another's alias",
      { name: "X1", aliases: ["halvorn desks"] },
      "conflict",
      "aliases.0",
      /belongs to Halvorn\.$/,
    ],
    [
      "another's domain",
      { name: "X1", domains: ["a.example", "verticore.example"] },
      "conflict",
      "domains.1",
      /domain "verticore.example" already belongs to Verticore\.$/,
    ],
    [
      "a URL for a domain",
      { name: "X1", domains: ["https://x.example/a"] },
      "invalid_input",
      "domains.0",
      /not a domain/,
    ],
    ["no name", { name: "  " }, "invalid_input", "name", /./],
  ])("%s is answered beside its field", async (_, input, code, field, says) => {
    const { projectId, as } = await brandScene();
    const refusal = await refusalOf(as(() => saveBrand({ projectId, ...input })));
    if (refusal === "ok") return expect(code).toBe("ok");
    expect(refusal).toMatchObject({ code, says: expect.stringMatching(says) });
    expect(refusal.problems).toMatchObject([{ field }]);
  });

  test("a name or domain of an archived brand is refused with the way to go: restore it", async () => {
    const { projectId, as, verticore } = await brandScene();
    unwrap(await as(() => archiveBrand({ projectId, brandId: verticore })));
    for (const input of [{ name: "verticore" }, { name: "X1", domains: ["verticore.example"] }]) {
      expect(await refusalOf(as(() => saveBrand({ projectId, ...input })))).toMatchObject({
        code: "conflict",
        says: expect.stringMatching(/belongs to Verticore, which is archived: restore it instead\.$/),
      });
    }
  });

  test("on a brand that somebody changed meanwhile it is a conflict, and theirs stands", async () => {
    const scene = await brandScene();
    const { projectId, verticore: brandId, as } = scene;
    const revision = (await scene.list()).brands.find((each) => each.brandId === brandId)?.revision ?? "";
    const save = (alias: string) =>
      as(() => saveBrand({ projectId, brandId, revision, name: "Verticore", aliases: [alias] }));
    const codes = await Promise.all(["One", "Two", "Three"].map((alias) => codeOf(save(alias))));
    expect(codes.toSorted()).toEqual(["conflict", "conflict", "ok"]);
    const aliases = (await scene.list()).brands.find((each) => each.brandId === brandId)?.aliases;
    expect(aliases).toHaveLength(1);
  });

  test("of ten rivals of one name at once one is added", async () => {
    const scene = await brandScene();
    const { projectId, as } = scene;
    const codes = await Promise.all(
      Array.from({ length: 10 }, () => codeOf(as(() => saveBrand({ projectId, name: "Nordaka" })))),
    );
    expect(codes.toSorted()).toEqual([...Array<string>(9).fill("conflict"), "ok"]);
    expect((await scene.list()).brands.filter(({ name }) => name === "Nordaka")).toHaveLength(1);
  });

  test("the hundredth rival goes in, the next doesn't, and an archived one makes room until it comes back", async () => {
    const scene = await brandScene();
    const { projectId, as, verticore } = scene;
    const add = (index: number) => as(() => saveBrand({ projectId, name: `Rival ${index}x` }));
    for (let index = 3; index <= 100; index += 1) unwrap(await add(index));
    expect(await codeOf(add(101))).toBe("conflict");
    unwrap(await as(() => archiveBrand({ projectId, brandId: verticore })));
    expect(await codeOf(add(101))).toBe("ok");
    expect(await codeOf(as(() => restoreBrand({ projectId, brandId: verticore })))).toBe("conflict");
  });

  test("leaves an audit row with the names before and after", async () => {
    const scene = await brandScene();
    const { projectId, as, orgId, verticore } = scene;
    unwrap(
      await as(() => saveBrand({ projectId, brandId: verticore, name: "Verticore", aliases: ["VC Desks"] })),
    );
    unwrap(await as(() => archiveBrand({ projectId, brandId: verticore })));
    unwrap(await as(() => archiveBrand({ projectId, brandId: verticore })));
    unwrap(await as(() => restoreBrand({ projectId, brandId: verticore })));
    const rows = await inspect(
      "select action, subject_id, before, after from ops.audit_log where org_id = $1 and action like 'brand.%' order by id",
      [orgId],
    );
    expect(rows.map(({ action }) => action)).toEqual(["brand.change", "brand.archive", "brand.restore"]);
    expect(rows[0]).toMatchObject({
      subject_id: verticore,
      before: { name: "Verticore", aliases: [], domains: ["verticore.example"] },
      after: { name: "Verticore", aliases: ["VC Desks"], domains: [] },
    });
  });
});

describe("archiving", () => {
  test("takes a rival out of the set that new answers are read with; restoring brings exactly it back", async () => {
    const scene = await brandScene();
    const { projectId, as, verticore: brandId, orgId } = scene;
    const before = await setVersion(scene);
    unwrap(await as(() => archiveBrand({ projectId, brandId })));
    const names = await inOrg(orgId, async (tx) => (await readBrands(tx, projectId)).map(({ name }) => name));
    expect(names.toSorted()).toEqual(["Halvorn", "NoteFlow"]);
    expect(await setVersion(scene)).not.toBe(before);
    expect(await codeOf(as(() => saveBrand({ projectId, brandId, name: "Other" })))).toBe("conflict");
    unwrap(await as(() => restoreBrand({ projectId, brandId })));
    expect(await setVersion(scene)).toBe(before);
  });

  test("the own brand is refused in words", async () => {
    const scene = await brandScene();
    const { projectId, ownBrandId: brandId } = scene;
    expect(await refusalOf(scene.as(() => archiveBrand({ projectId, brandId })))).toMatchObject({
      code: "conflict",
      says: expect.stringMatching(/Halvorn is what this project tracks/),
    });
  });
});

describe("who may", () => {
  test("a viewer reads and previews, and changes nothing", async () => {
    const scene = await brandScene();
    const { projectId, verticore: brandId } = scene;
    const before = await setVersion(scene);
    const view = (work: () => Promise<Result<unknown>>) => codeOf(scene.as(work, "viewer"));
    expect(await view(() => saveBrand({ projectId, name: "New" }))).toBe("forbidden");
    expect(await view(() => saveBrand({ projectId, brandId, name: "New" }))).toBe("forbidden");
    expect(await view(() => archiveBrand({ projectId, brandId }))).toBe("forbidden");
    expect(await view(() => restoreBrand({ projectId, brandId }))).toBe("forbidden");
    expect(await view(() => listBrands({ projectId }))).toBe("ok");
    expect(await view(() => previewAlias({ projectId, brandId, alias: "VC Desks" }))).toBe("ok");
    expect(await setVersion(scene)).toBe(before);
  });

  test("another org's project or brand, and one that isn't there, are not found by any verb", async () => {
    const theirs = await brandScene();
    const mine = await brandScene();
    const before = await setVersion(theirs);
    const nobody = {
      projectId: ProjectId.parse(crypto.randomUUID()),
      brandId: BrandId.parse(crypto.randomUUID()),
    };
    const places = [
      { projectId: theirs.projectId, brandId: theirs.verticore },
      { projectId: mine.projectId, brandId: theirs.verticore },
      { projectId: mine.projectId, brandId: nobody.brandId },
      nobody,
    ];
    for (const at of places) {
      const verbs: (() => Promise<Result<SavedBrand | unknown>>)[] = [
        () => saveBrand({ ...at, name: "New" }),
        () => archiveBrand(at),
        () => restoreBrand(at),
        () => previewAlias({ ...at, alias: "New" }),
      ];
      for (const verb of verbs) expect(await codeOf(mine.as(verb))).toBe("not_found");
    }
    const stranger = await createTestOrg();
    for (const { projectId } of [theirs, nobody]) {
      expect(await codeOf(asOrg(stranger, () => listBrands({ projectId })))).toBe("not_found");
      expect(await codeOf(asOrg(stranger, () => saveBrand({ projectId, name: "New" })))).toBe("not_found");
    }
    expect(await setVersion(theirs)).toBe(before);
  });
});
