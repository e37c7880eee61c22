import { describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { archiveBrand, previewAlias, saveBrand } from "@/server/projects";
import type { PreviewAliasInput } from "./contract";
import { brandScene } from "./testing/brand-scene";

testDatabase();

type Draft = Omit<PreviewAliasInput, "projectId">;

/** The scene with its answers stored, and a preview of the own brand as it is saved. */
async function previewed(texts: readonly string[], prompt?: string) {
  const scene = await brandScene(prompt);
  const { projectId, ownBrandId } = scene;
  const answerIds = await scene.store(texts);
  const saved = {
    brandId: ownBrandId,
    name: "Halvorn",
    aliases: ["Halvorn Desks"],
    domains: ["halvorn.example"],
  };
  const preview = (draft: Draft) => scene.as(() => previewAlias({ projectId, ...saved, ...draft }));
  const numbers = async (draft: Draft) => {
    const { samples: _, ...rest } = unwrap(await preview(draft));
    return rest;
  };
  return { ...scene, answerIds, preview, numbers };
}

describe("what an alias would do, against a count by hand", () => {
  test("adds, names already, leaves undecided, and what a longer name keeps", async () => {
    const { numbers } = await previewed([
      // The alias is "Note", an ordinary word: three namings, one of them beside the name.
      "Good desks: Verticore and Note.",
      "We compared Note’s frame with others.",
      "Halvorn and Note are both steady.",
      // Two undecided: at a sentence's start it may be the verb.
      "Note that prices change.",
      "Cheap frames wobble. Note the warranty.",
      // Inside the rival's longer name, as it is written and with a space.
      "Try NoteFlow first.",
      "Try Note Flow first.",
      // Nothing: small letters are the word, and a longer word is another one.
      "Please note the height, and your notes.",
      "Notebook stands are cheap.",
      "Halvorn is steady.",
    ]);
    expect(await numbers({ alias: "Note" })).toEqual({
      looked: 10,
      stored: 10,
      complete: true,
      adds: 2,
      already: 2,
      undecided: 2,
      keptByOthers: [{ name: "NoteFlow", answers: 2 }],
      takenFromOthers: [],
    });
  });

  test("an alias that stands nowhere changes nothing", async () => {
    const { preview } = await previewed(["Halvorn is steady.", "Verticore too."]);
    expect(unwrap(await preview({ alias: "Quixotia" }))).toEqual({
      looked: 2,
      stored: 2,
      complete: true,
      adds: 0,
      already: 1,
      undecided: 0,
      keptByOthers: [],
      takenFromOthers: [],
      samples: [],
    });
  });

  test("an alias that is longer than a rival's name takes its answers, and says so", async () => {
    const { numbers } = await previewed([
      "The Verticore Rise is fine.",
      "Verticore and Verticore Rise.",
      "None.",
    ]);
    expect(await numbers({ alias: "Verticore Rise" })).toMatchObject({
      adds: 2,
      takenFromOthers: [{ name: "Verticore", answers: 1 }],
    });
  });

  test("an alias that stands only where the prompt is repeated adds nothing, and under another prompt it does", async () => {
    const asked = `Is HVN Nord a steady desk, ${"and is it quiet ".repeat(25)}?`;
    const texts = [`${asked} Yes, it is.`];
    const alias = "HVN Nord";
    expect(await (await previewed(texts, asked)).numbers({ alias })).toMatchObject({ looked: 1, adds: 0 });
    expect(await (await previewed(texts)).numbers({ alias })).toMatchObject({ looked: 1, adds: 1 });
  });

  test("a name that the brand has already is weighed as if it weren't there", async () => {
    const { numbers } = await previewed([
      "Halvorn Desks are fine.",
      "halvorn.example sells them.",
      "Halvorn.",
    ]);
    // "Halvorn" alone names it in "Halvorn Desks", too: the alias adds nothing.
    expect(await numbers({ alias: "Halvorn Desks" })).toMatchObject({ adds: 0, already: 3 });
    expect(await numbers({ alias: "Halvorn" })).toMatchObject({ adds: 1, already: 2 });
    expect(await numbers({ alias: "Halvorn", aliases: [], domains: [] })).toMatchObject({
      adds: 2,
      already: 0,
    });
  });

  test("a rival that isn't saved yet is previewed by its name, and an archived one keeps nothing", async () => {
    const { as, projectId, noteFlow, scene } = await previewed(["Try Note Flow.", "Nordaka."]).then(
      (each) => ({
        ...each,
        scene: each,
      }),
    );
    const newRival = (alias: string) => as(async () => unwrap(await previewAlias({ projectId, alias })));
    expect(await newRival("Nordaka")).toMatchObject({ looked: 2, adds: 1, already: 0 });
    expect(await newRival("Flow")).toMatchObject({
      adds: 0,
      keptByOthers: [{ name: "NoteFlow", answers: 1 }],
    });
    unwrap(await scene.as(() => archiveBrand({ projectId, brandId: noteFlow })));
    expect(await newRival("Flow")).toMatchObject({ keptByOthers: [] });
  });

  test("saving the alias makes no more and no fewer namings than were promised", async () => {
    const scene = await previewed(["HVN is steady.", "hvn is no name.", "Halvorn, HVN."]);
    const { projectId, ownBrandId: brandId, as } = scene;
    expect(await scene.numbers({ alias: "HVN" })).toMatchObject({ adds: 1, already: 1 });
    const names = { name: "Halvorn", aliases: ["Halvorn Desks", "HVN"], domains: ["halvorn.example"] };
    unwrap(await as(() => saveBrand({ projectId, brandId, ...names })));
    expect(await scene.numbers({ alias: "Quixotia", ...names })).toMatchObject({ adds: 0, already: 2 });
  });
});

describe("samples", () => {
  test("show at most eight answers, newest first, every kind among them, with spans that are the alias", async () => {
    const added = Array.from(
      { length: 12 },
      (_, index) => `${"Far away. ".repeat(30)}Number ${index}: HVN Nord.`,
    );
    const { preview, answerIds } = await previewed([...added, "Bought by Verticore HVN Nordic"]);
    const { samples } = unwrap(await preview({ alias: "HVN Nord" }));
    expect(samples).toHaveLength(8);
    expect(samples.map(({ answerId }) => answerId)).toEqual(answerIds.slice(0, 8));
    for (const { text, spans, cut, engine, prompt, kind, observedAt } of samples) {
      expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["HVN Nord"]);
      expect({ cut, engine, prompt, kind }).toEqual({
        cut: { before: true, after: false },
        engine: "ChatGPT",
        prompt: "Which desk?",
        kind: "adds",
      });
      expect(observedAt).toMatch(/^2026-11-09T09:.*Z$/);
      expect(text.length).toBeLessThan(300);
    }
  });

  test("of each kind some, where there are more of all", async () => {
    const many = (text: string) => Array.from({ length: 9 }, () => text);
    const { preview } = await previewed([
      ...many("Verticore and Note."),
      ...many("Note the warranty."),
      ...many("Try NoteFlow."),
    ]);
    const { samples } = unwrap(await preview({ alias: "Note" }));
    const kinds = samples.map(({ kind }) => kind);
    expect(kinds).toEqual([
      ...Array(4).fill("adds"),
      ...Array(2).fill("undecided"),
      ...Array(2).fill("other_brand"),
    ]);
  });
});

describe("bounds", () => {
  test("the 500 newest answers with a text are read, and it says of how many", async () => {
    const texts = Array.from({ length: 620 }, (_, index) => (index < 500 ? "HVN." : "HVN. Halvorn."));
    const { numbers, store } = await previewed(texts);
    await store(["", ""]);
    expect(await numbers({ alias: "HVN" })).toMatchObject({
      looked: 500,
      stored: 620,
      adds: 500,
      already: 0,
    });
  });

  test.each([
    ["***", "invalid_input", /no letter or number/],
    ["verticore", "conflict", /already belongs to Verticore/],
    ["  ", "invalid_input", /./],
  ])("%s is refused as saving would refuse it", async (alias, code, says) => {
    const { preview } = await previewed(["Verticore."]);
    const result = await preview({ alias });
    expect(result.ok ? {} : result.error).toMatchObject({ code, message: expect.stringMatching(says) });
  });

  test("half-typed other names are passed over", async () => {
    const { numbers } = await previewed(["HVN.", "Halvorn."]);
    expect(
      await numbers({ alias: "HVN", aliases: ["", "*", "x".repeat(300)], domains: ["https://", ".."] }),
    ).toMatchObject({
      adds: 1,
      already: 1,
    });
  });
});
