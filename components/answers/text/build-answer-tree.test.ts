import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compileBrandSet, extractAnswer } from "@/server/extraction";
import { type AnswerNode, piecesOf } from "./answer-tree";
import { buildAnswerTree } from "./build-answer-tree";
import { type Mark, withoutBidiControls } from "./mark-pieces";
import { parseMarkdown } from "./parse-markdown";

const marksOf = (text: string, words: readonly string[]): Mark[] =>
  words.flatMap((word, brand) =>
    [...text.matchAll(new RegExp(word, "g"))].map(({ index }) => ({
      start: index,
      end: index + word.length,
      brand,
    })),
  );
const treeOf = (text: string, ...words: string[]) => buildAnswerTree(text, marksOf(text, words));
const shown = (nodes: readonly AnswerNode[]) =>
  piecesOf(nodes)
    .map((piece) => piece.shown)
    .join("");
const marked = (nodes: readonly AnswerNode[]) =>
  piecesOf(nodes)
    .filter(({ brand }) => brand !== null)
    .map((piece) => piece.shown);
const kindsOf = (nodes: readonly AnswerNode[]): string[] =>
  nodes.flatMap((node) => [node.kind, ...("children" in node ? kindsOf(node.children) : [])]);

/** The characters of a mark that are shown, put together from the pieces that lie in it. */
const shownOf = (nodes: readonly AnswerNode[], mark: Mark) =>
  piecesOf(nodes)
    .filter((piece) => piece.brand === mark.brand && piece.start >= mark.start && piece.start < mark.end)
    .map((piece) => piece.shown)
    .join("");

describe("highlights", () => {
  test("stand at their exact places in every kind of block and phrase", () => {
    const text = [
      "# Acme wins",
      "Setext Acme\n===",
      "para Acme **bold Acme** *em Acme* ~~old Acme~~ `code Acme`\nnext line Acme  \nhard Acme",
      "> quoted Acme\n> second Acme\n>\n> - item Acme\n>   more Acme",
      "1. first Acme\n   1. inner Acme\n- [x] done Acme",
      "| Acme | b |\n|---|:-:|\n| **Acme** | `Acme` |",
      "```js Acme\nlet Acme = 1;\n\n  Acme\n```",
      "    indented Acme\n    again Acme",
      "[label Acme](https://acme.com) [ref Acme][1] ![alt Acme](https://x.y/z.png) <https://acme.com/Acme>",
      "<b>html Acme</b> inline <i>Acme</i>",
      "foot[^n] Acme",
      "[1]: https://acme.com/a 'title Acme'",
      "[^n]: note Acme",
    ].join("\n\n");
    const marks = marksOf(text, ["Acme"]);
    const tree = buildAnswerTree(text, marks);
    for (const piece of piecesOf(tree).filter(({ brand }) => brand !== null)) {
      expect(piece.shown).toBe("Acme");
      expect(text.slice(piece.start, piece.start + 4)).toBe("Acme");
    }
    // Two are said nowhere: the fence's info, and the autolink's address is its own label.
    const infoOfFence = text.indexOf("js Acme") + 3;
    expect(marked(tree)).toHaveLength(marks.length - 1);
    expect(piecesOf(tree).some(({ start, brand }) => brand !== null && start === infoOfFence)).toBe(false);
  });

  test("that run over a border of emphasis or of a link are split there, and nothing is lost", () => {
    const text = "the **Acme** Booster and [Acme](https://a.b) *Boo*ster";
    const over = [
      { start: text.indexOf("Acme"), end: text.indexOf(" and"), brand: 0 },
      { start: text.indexOf("Acme]"), end: text.length, brand: 1 },
    ];
    const tree = buildAnswerTree(text, over);
    expect(over.map((mark) => shownOf(tree, mark))).toEqual(["Acme Booster", "Acme Booster"]);
    expect(marked(tree)).toEqual(["Acme", " Booster", "Acme", " ", "Boo", "ster"]);
  });

  test("count in UTF-16 units: an emoji or a letter beyond the basic plane moves none", () => {
    expect(marked(treeOf("👩‍🚀🚀 𝒜 Acme – Ácme 🚀Acme", "Acme"))).toEqual(["Acme", "Acme"]);
  });

  test("hold what an escape or an entity means", () => {
    const text = "R\\&D &amp; A&amp;B \\*Acme\\*";
    const tree = buildAnswerTree(text, [
      { start: text.indexOf("A&amp;B"), end: text.indexOf(" \\*"), brand: 0 },
    ]);
    expect(shown(tree)).toBe("R&D & A&B *Acme*");
    expect(marked(tree).join("")).toBe("A&B");
  });

  test("only the first of each brand is where its link in the legend leads", () => {
    const firsts = piecesOf(treeOf("Acme Bolt Acme Bolt", "Acme", "Bolt")).filter(({ first }) => first);
    expect(firsts.map(({ brand, start }) => [brand, start])).toEqual([
      [0, 0],
      [1, 5],
    ]);
  });

  test("that overlap are cut apart, and those beyond the text do no harm", () => {
    const tree = buildAnswerTree("Acme Bolt", [
      { start: 0, end: 6, brand: 0 },
      { start: 5, end: 9, brand: 1 },
      { start: 50, end: 60, brand: 0 },
      { start: 3, end: 3, brand: 1 },
    ]);
    expect(marked(tree)).toEqual(["Acme B", "olt"]);
    expect(shown(tree)).toBe("Acme Bolt");
  });

  test("end with the shown part of a text that is cut, whose links still lead where the rest says", () => {
    const text = `See [Acme][1] and Acme.${" more".repeat(100)}\n\n[1]: https://acme.com "x"`;
    const tree = buildAnswerTree(text, marksOf(text, ["Acme"]), 20);
    expect(shown(tree)).toBe("See Acme and Ac");
    expect(kindsOf(tree)).toContain("link");
    expect(marked(tree)).toEqual(["Acme", "Ac"]);
  });
});

describe("what is shown is harmless", () => {
  const linksOf = (nodes: readonly AnswerNode[]): (string | null)[] =>
    nodes.flatMap((node) => [
      ...(node.kind === "link" || node.kind === "image" ? [node.link?.href ?? null] : []),
      ...("children" in node ? linksOf(node.children) : []),
    ]);

  test.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "text <img src=x onerror=alert(1)> text",
    "<!-- comment --> and <!-- another",
    "<iframe src='javascript:alert(1)'></iframe>",
    "<style>*{display:none}</style>",
    "</div></main><h1>Fake</h1>",
  ])("HTML is text, as it was written: %s", (text) => {
    expect(shown(treeOf(text))).toBe(text);
    expect(kindsOf(treeOf(text)).every((kind) => ["paragraph", "text", "source"].includes(kind))).toBe(true);
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "&#106;avascript:alert(1)",
    "java&#x09;script:alert(1)",
    "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "/relative",
    "#anchor",
    "http:evil.example",
    "blob:https://x.y/1",
    "mailto:a@b.c",
  ])("an address that isn't http or https is no link: %s", (url) => {
    for (const text of [`[Acme](<${url}>)`, `![Acme](<${url}>)`, `[Acme][1]\n\n[1]: <${url}>`, `<${url}>`])
      expect(
        linksOf(treeOf(text)).filter((href) => href !== null),
        text,
      ).toEqual([]);
  });

  test("an address of http or https is one, with the host that it really leads to", () => {
    const [node] = treeOf("[paypal.com](https://paypal.com@evil.example/x?<script>)");
    const link = node && "children" in node ? node.children[0] : undefined;
    expect(link).toMatchObject({ kind: "link", link: { host: "evil.example" } });
    expect(linksOf(treeOf("see https://acme.com/a_b_c."))).toEqual(["https://acme.com/a_b_c"]);
  });

  test("controls of direction stand there in sight, without force, and move no highlight", () => {
    const text = "safe\u202Eexe.Acme\u202C \u2066x\u2069 العربية Acme";
    const tree = treeOf(text, "Acme");
    expect(shown(tree)).toBe(text.replace(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD"));
    expect(marked(tree)).toEqual(["Acme", "Acme"]);
  });
});

describe("a hostile text", () => {
  /** Milliseconds of a processor, whatever else it has to do. */
  const budget = 2_000;
  const hostile: Record<string, string> = {
    "5,000 quotes": ">".repeat(5_000),
    "5,000 quotes with spaces": "> ".repeat(5_000),
    "5,000 lists in a line": `${"- ".repeat(5_000)}a`,
    "5,000 numbered lists in a line": `${"1. ".repeat(5_000)}a`,
    "quotes and lists by turns": "> - ".repeat(3_000),
    "5,000 brackets": "[".repeat(5_000),
    "5,000 closed brackets": `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
    "5,000 half links": "[a](".repeat(5_000),
    "5,000 half pictures": "![".repeat(5_000),
    "emphasis in emphasis": `${"*a ".repeat(5_000)}${"b* ".repeat(5_000)}`,
    "emphasis without end": "**a*".repeat(5_000),
    "an open fence of 100 kB": `\`\`\`\n${"Acme\n".repeat(20_000)}`,
    "100 kB in one line": "Acme word ".repeat(10_000),
    "100 kB in one word": "a".repeat(100_000),
    "100 kB of lines": `${"Acme ".repeat(15)}\n`.repeat(1_300),
    "a table of 200 columns": `${"|a".repeat(200)}|\n${"|-".repeat(200)}|\n${`${"|b".repeat(200)}|\n`.repeat(50)}`,
    "5,000 entities": "&amp;".repeat(5_000),
    "5,000 half tags": "<a ".repeat(5_000),
    "5,000 footnotes": "[^a]".repeat(5_000),
    "backticks of every length": Array.from({ length: 200 }, (_, n) => "`".repeat(n)).join(" "),
    "carriage returns": "Acme\r\n\r> Acme\r```\rAcme\r\n```".repeat(200),
    nothing: "",
    "a byte order mark": "\uFEFFAcme \uFEFF# Acme",
    "half of a surrogate pair": "Acme \uD800 Acme",
    zeros: "\0Acme\0",
    tabs: "\tAcme\n\t\tAcme\n-\tAcme\n\t\t- Acme",
  };

  test.each(Object.entries(hostile))(
    "%s: is read in time, never throws, and marks nothing but the name",
    (_, text) => {
      const marks = marksOf(text, ["Acme"]);
      const started = process.cpuUsage();
      const tree = buildAnswerTree(text, marks);
      expect(process.cpuUsage(started).user / 1_000).toBeLessThan(budget);
      const wrong = piecesOf(tree).filter(
        ({ brand, shown, start }) => brand !== null && (shown !== "Acme" || !text.startsWith("Acme", start)),
      );
      expect(wrong).toEqual([]);
      expect(() => JSON.stringify(tree)).not.toThrow();
    },
    30_000,
  );

  test("that is too deep to read stands there as its source, with its highlights", () => {
    const text = `${"> ".repeat(5_000)}Acme`;
    expect(parseMarkdown(text)).toBeNull();
    expect(treeOf(text, "Acme").map(({ kind }) => kind)).toEqual(["source"]);
    expect(marked(treeOf(text, "Acme"))).toEqual(["Acme"]);
    expect(parseMarkdown("> > > - 1. Acme")).not.toBeNull();
  });

  test("nests no deeper than a page can be drawn", () => {
    const text = Array.from({ length: 39 }, (_, n) => `${"> ".repeat(n)}Acme ${n}\n`).join("\n");
    const depthOf = (nodes: readonly AnswerNode[]): number =>
      Math.max(0, ...nodes.map((node) => ("children" in node ? 1 + depthOf(node.children) : 1)));
    const tree = treeOf(text, "Acme");
    expect(depthOf(tree)).toBeLessThan(30);
    expect(marked(tree)).toHaveLength(39);
  });
});

const RECORDED = fileURLToPath(new URL("../../../../shared/answers/answers.jsonl", import.meta.url));

describe.skipIf(!existsSync(RECORDED))("over all recorded answers", () => {
  interface Recorded {
    readonly id: string;
    readonly text: string;
    readonly recommended: readonly { readonly brand: string | null }[];
  }
  const answers = (): Recorded[] =>
    readFileSync(RECORDED, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));

  test("each of the 528 is read as Markdown, and every mention is shown in full at its place, split or not", () => {
    let [answersRead, spans, highlights] = [0, 0, 0];
    const problems: string[] = [];
    for (const { id, text, recommended } of answers()) {
      const names = new Set(
        recommended.flatMap(({ brand }) => (brand && /\p{L}/u.test(brand) ? [brand] : [])),
      );
      const marks = mentionsOf(text, [...names]);
      if (text !== "" && parseMarkdown(text) === null) problems.push(`${id}: not read`);
      const tree = buildAnswerTree(text, marks);
      for (const mark of marks) {
        const said = text.slice(mark.start, mark.end);
        const found = shownOf(tree, mark);
        if (withoutSigns(found) !== withoutSigns(said))
          problems.push(`${id}: "${said}" is shown as "${found}"`);
      }
      for (const { brand, shown: seen, start } of piecesOf(tree)) {
        if (brand === null) continue;
        highlights += 1;
        if (seen !== withoutBidiControls(text.slice(start, start + seen.length)))
          problems.push(`${id}: "${seen}" does not stand at ${start}`);
      }
      answersRead += 1;
      spans += marks.length;
    }
    expect(problems).toEqual([]);
    expect(answersRead).toBe(528);
    expect(spans).toBeGreaterThan(3_000);
    expect(highlights).toBeGreaterThanOrEqual(spans);
  }, 60_000);

  const withoutSigns = (text: string) => withoutBidiControls(text).replace(/[\\*_`[\]]/g, "");

  function mentionsOf(text: string, names: readonly string[]): Mark[] {
    const brands = names.map((name, index) => ({
      id: `${index}`,
      name,
      aliases: [],
      domains: [],
      own: index === 0,
    }));
    return extractAnswer({
      text,
      prompt: null,
      sources: [],
      brandSet: compileBrandSet(brands),
    }).mentions.flatMap(({ brandId, spans }) => spans.map((span) => ({ ...span, brand: Number(brandId) })));
  }
});

test("a link to a place leads to the first thing that is shown from there on, and the text stays the same", () => {
  const text = "- **Acme** was founded in 2011. It costs $12.\n- Other";
  const places = [2, text.indexOf("It costs"), text.length];
  const tree = buildAnswerTree(text, [{ start: 4, end: 8, brand: 0 }], text.length, places);
  const pieces = piecesOf(tree);
  const placed = pieces.flatMap(({ place, shown }) => (place === undefined ? [] : [[place, shown]]));
  expect(placed).toEqual([
    [2, "Acme"],
    [places[1], "It costs $12."],
  ]);
  const plain = piecesOf(buildAnswerTree(text, [{ start: 4, end: 8, brand: 0 }]));
  expect(pieces.map(({ shown }) => shown).join("")).toBe(plain.map(({ shown }) => shown).join(""));
});
