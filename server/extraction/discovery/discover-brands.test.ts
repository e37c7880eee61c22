import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { discoverBrands } from "./discover-brands";
import { mostCitedSources } from "./most-cited-sources";

function discovered(texts: readonly string[], known: readonly string[] = []) {
  return discoverBrands(
    texts.map((text, index) => ({ id: `${index + 1}`, text })),
    known,
  );
}

const LISTS = [
  "1. **Velora X1** – quiet\n2. **Velora X2** – quieter\n3. **Kestrello 500** – cheap",
  "1. **Kestrello 700** – fast\n2. **Velora X1** – quiet",
];

describe("discovery of brands that nobody tracks", () => {
  it("counts answers, not namings, and keeps which ones they are", () => {
    expect(discovered(LISTS).map(({ name, answerIds }) => [name, answerIds])).toEqual([
      ["Kestrello", ["1", "2"]],
      ["Velora", ["1", "2"]],
    ]);
  });

  it("suggests no tracked brand, under its name or an alias, nor a product of one", () => {
    expect(discovered(LISTS, ["velora", "KESTRELLO"])).toEqual([]);
    expect(discovered(LISTS, ["Velora"]).map(({ name }) => name)).toEqual(["Kestrello"]);
    expect(discovered(LISTS, ["Velo"]).map(({ name }) => name)).toEqual(["Kestrello", "Velora"]);
  });

  it("tells a product line from its maker where the answers show both", () => {
    const [first, ...others] = discovered([
      "1. **Orvella Airbook 13** – light\n2. **Zentrio Pad 2** – cheap",
      "1. **Airbook 15** – big\n2. **Orvella Deskio 2** – quiet",
    ]);
    expect(first).toMatchObject({ name: "Orvella", answerIds: ["1", "2"] });
    expect(first?.products).toContain("Airbook 15");
    expect(others.map(({ name }) => name)).toEqual(["Zentrio"]);
  });

  it("reads lists of brands in prose, in several languages", () => {
    const names = (text: string) => discovered([text]).map(({ name }) => name);
    expect(names("Popular brands like Velora, Kestrello and Zentrio cost more.")).toEqual([
      "Kestrello",
      "Velora",
      "Zentrio",
    ]);
    expect(names("Bekannte Marken wie Velora, Kestrello und Zentrio kosten mehr.")).toHaveLength(3);
    expect(names("Des marques comme Velora et Kestrello coûtent plus.")).toHaveLength(2);
  });

  it("suggests no advice, no heading and no measure", () => {
    const text =
      "## How to choose\n- **Price**: set a budget\n- **Size**: measure first\n\n## Best budget\n1. **Velora X1** – cheap\n2. **Kestrello 5** – cheaper";
    expect(discovered([text]).map(({ name }) => name)).toEqual(["Kestrello", "Velora"]);
  });
});

describe("sources most cited", () => {
  const cited = (url: string, kind = "cited") => ({
    domain: new URL(url).hostname,
    canonicalUrl: url,
    kind,
  });

  it("counts an answer once a site, and cited pages alone", () => {
    expect(
      mostCitedSources([
        {
          id: "1",
          citations: [cited("https://a.com/x"), cited("https://a.com/y"), cited("https://b.com/x")],
        },
        { id: "2", citations: [cited("https://a.com/x"), cited("https://c.com/x", "retrieved")] },
      ]),
    ).toEqual([
      { domain: "a.com", answerIds: ["1", "2"], pages: 2 },
      { domain: "b.com", answerIds: ["1"], pages: 1 },
    ]);
  });
});

const shared = new URL("../../../../shared/answers/", import.meta.url);

describe.skipIf(!existsSync(shared))("brands of recorded answers (needs ../shared/answers)", () => {
  type Label = { id: string; brands: { brand: string; forms: string[]; rank: number | null }[] };
  type Answer = { id: string; promptSet: string; text: string };

  /** Trusts the two files' documented shape. */
  const read = <T>(file: string): T[] =>
    readFileSync(new URL(file, shared), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as T);

  it("finds three of four recommended brands with none tracked, and three of four finds are brands", () => {
    const answers = new Map(read<Answer>("answers.jsonl").map((answer) => [answer.id, answer]));
    const groups = new Map<string, Label[]>();
    for (const label of read<Label>("gold.jsonl")) {
      const topic = answers.get(label.id)?.promptSet ?? "";
      groups.set(topic, [...(groups.get(topic) ?? []), label]);
    }
    const count = { found: 0, right: 0, wanted: 0, hit: 0 };
    for (const labels of groups.values()) {
      const found = discoverBrands(
        labels.map(({ id }) => ({ id, text: answers.get(id)?.text ?? "" })),
        [],
      ).map(({ name }) => foldName(name));
      const brands = labels.flatMap((label) => label.brands);
      const forms = new Set(brands.flatMap(({ brand, forms }) => [brand, ...forms].map(foldName)));
      count.found += found.length;
      count.right += found.filter((name) => forms.has(name)).length;
      const wanted = new Map(
        brands.flatMap(({ brand, forms, rank }) =>
          rank === null ? [] : [[foldName(brand), [brand, ...forms].map(foldName)] as const],
        ),
      );
      count.wanted += wanted.size;
      count.hit += [...wanted.values()].filter((names) => names.some((name) => found.includes(name))).length;
    }
    expect(count.right / count.found).toBeGreaterThan(0.75);
    expect(count.hit / count.wanted).toBeGreaterThan(0.75);
    expect(count.wanted).toBeGreaterThan(200);
  });
});
