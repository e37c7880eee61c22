import { describe, expect, test } from "vitest";
import { type PasteSettings, parsePaste } from "./parse-paste";

const read = (paste: string, settings: Partial<PasteSettings> = {}) =>
  parsePaste(paste, { intent: "category", semicolons: true, held: new Set(), ...settings });
const shown = (paste: string, settings: Partial<PasteSettings> = {}) =>
  read(paste, settings).map(({ line, text, intent, tags, verdict }) =>
    [line, text, intent, tags.join("|"), verdict].join(" / "),
  );

describe("columns", () => {
  test.each([
    ["a prompt alone", "best desk?", ["1 / best desk? / category /  / new"]],
    ["tabs", "best desk?\tproblem\tb2b, Germany", ["1 / best desk? / problem / b2b|Germany / new"]],
    ["semicolons", "best desk?;Branded; b2b ,b2b,B2B", ["1 / best desk? / branded / b2b / new"]],
    ["an empty intent", "best desk?\t\tb2b", ["1 / best desk? / category / b2b / new"]],
    ["empty columns at the end", "best desk?\tproblem\t\t\t", ["1 / best desk? / problem /  / new"]],
    ["a semicolon in a line with tabs", "good; cheap?\tproblem", ["1 / good; cheap? / problem /  / new"]],
    ["tags with commas of other scripts", "q\tproblem\t一、二，三", ["1 / q / problem / 一|二|三 / new"]],
  ])("%s", (_, paste, expected) => {
    expect(shown(paste)).toEqual(expected);
  });

  test("of topic, persona, stage and locale after them", () => {
    const paste =
      "best desk?\tproblem\tb2b\tErgonomics\toffice manager\tDecision\tde-DE\nother\t\t\tErgonomics";
    expect(read(paste)).toMatchObject([
      { topic: "Ergonomics", persona: "office manager", stage: "decision", locale: "de-DE", verdict: "new" },
      { topic: "Ergonomics", persona: "", stage: null, locale: "en-US", verdict: "new" },
    ]);
    expect(read("a\na;;;;;;de-DE\na").map(({ verdict }) => verdict)).toEqual(["new", "new", "repeated"]);
  });

  test("semicolons are part of the prompt where they separate nothing", () => {
    expect(shown("good; or cheap?", { semicolons: false })).toEqual([
      "1 / good; or cheap? / category /  / new",
    ]);
    // The control: where they do, the second column is an intent that doesn't exist, and is said to be.
    expect(read("good; or cheap?")[0]?.why).toMatch(/“or cheap\?” is no intent/);
  });

  test("lines without an intent get the chosen one", () => {
    expect(shown("a\nb\tproblem", { intent: "comparison" })).toEqual([
      "1 / a / comparison /  / new",
      "2 / b / problem /  / new",
    ]);
  });

  test("column titles are known, and only as the first line", () => {
    expect(shown("Prompt\tIntent\tTags\na")).toEqual([
      "1 / Prompt / category / Tags / titles",
      "2 / a / category /  / new",
    ]);
    expect(read("a\nPrompt\tIntent\tTags").map(({ verdict }) => verdict)).toEqual(["new", "problem"]);
    expect(read("prompt").map(({ verdict }) => verdict)).toEqual(["new"]);
  });
});

describe("quotes, as spreadsheets write them", () => {
  test.each([
    [
      "around a cell with quotes",
      '"say ""desk"" again"\tproblem',
      ['1 / say "desk" again / problem /  / new'],
    ],
    ["around a tab", '"a\tb"\tproblem', ["1 / a b / problem /  / new"]],
    ["around a semicolon", '"a; b";problem;"x, y"', ["1 / a; b / problem / x|y / new"]],
    [
      "around line breaks, which count as lines",
      '"a\nb"\tproblem\nc',
      ["1 / a\nb / problem /  / new", "3 / c / category /  / new"],
    ],
    ["around a whole prompt", '"best desk?"', ["1 / best desk? / category /  / new"]],
    [
      "that open a sentence are the sentence's",
      '"Rise" or "Flow"?',
      ['1 / "Rise" or "Flow"? / category /  / new'],
    ],
    [
      "that never close swallow nothing",
      '"best desk\nnext\n5" wide',
      [
        '1 / "best desk / category /  / new',
        "2 / next / category /  / new",
        '3 / 5" wide / category /  / new',
      ],
    ],
    ["of an inch", 'a 27" screen?', ['1 / a 27" screen? / category /  / new']],
    ["around an empty cell", '"a"\t""\t"b"', ["1 / a / category / b / new"]],
  ])("%s", (_, paste, expected) => {
    expect(shown(paste)).toEqual(expected);
  });
});

describe("lines and characters", () => {
  test.each([
    ["CRLF", "a\r\nb\r\n", ["a", "b"]],
    ["CR alone", "a\rb", ["a", "b"]],
    ["line separators", "a\u2028b\u2029c", ["a", "b", "c"]],
    ["a byte order mark", "\uFEFFa\nb", ["a", "b"]],
    ["spaces of other widths", "\u3000best\u00A0desk\u202F?\u2003", ["best desk ?"]],
    ["zero-width spaces", "best\u200B desk", ["best desk"]],
    ["NULs", "best\0 desk", ["best desk"]],
  ])("%s", (_, paste, texts) => {
    expect(read(paste).map(({ text }) => text)).toEqual(texts);
  });

  test("right-to-left prompts keep their order of characters and lose only the marks around them", () => {
    const [prompt] = read("\u202Bما أفضل مكتب؟\u202C\t\u200Fproblem\u200F\tمكتب، عمل");
    expect(prompt).toMatchObject({
      text: "ما أفضل مكتب؟",
      intent: "problem",
      tags: ["مكتب", "عمل"],
      verdict: "new",
    });
    // A joiner inside a word is spelling, not decoration.
    expect(read("می\u200Cخواهم")[0]?.text).toBe("می\u200Cخواهم");
    expect(read("👩‍💻 desk")[0]?.text).toBe("👩‍💻 desk");
  });

  test("line numbers count every line, empty ones too", () => {
    expect(read("a\n\n  \n;;\nb").map(({ line, text }) => [line, text])).toEqual([
      [1, "a"],
      [5, "b"],
    ]);
  });
});

describe("what isn't taken, and why", () => {
  test("a prompt that the panel holds, in whatever Unicode form, and one that the paste has twice", () => {
    const lines = read("Cafe\u0301?\nnew\n new \nother", { held: new Set(["en-US\nCafé?"]) });
    expect(lines.map(({ verdict, why }) => [verdict, why])).toEqual([
      ["in_panel", "already in the panel: it stays as it is there"],
      ["new", ""],
      ["repeated", "the same as line 2"],
      ["new", ""],
    ]);
    // Another case is another question.
    expect(read("New\nnew").map(({ verdict }) => verdict)).toEqual(["new", "new"]);
  });

  test("a line with a problem doesn't stand in the way of the same prompt without one", () => {
    expect(read("a\tproblm\na\tproblem").map(({ verdict }) => verdict)).toEqual(["problem", "new"]);
  });

  test.each([
    ["\tproblem", /no prompt in the first column/],
    ["x".repeat(2_001), /too long: 2,001 characters, at most 2,000/],
    ["q\tinformational", /“informational” is no intent: category, comparison, problem or branded/],
    [`q\tproblem\t${"t".repeat(51)}`, /tag “t+…” is longer than 50/],
    [`q\tproblem\t${Array.from({ length: 21 }, (_, n) => n).join(",")}`, /21 tags, at most 20/],
    ["q\tproblem\ttag\ttopic\tpersona\tdecision\tde-DE\tmore", /more than seven columns/],
    [`q\tproblem\ttag\t${"t".repeat(101)}`, /“t+…” is longer than 100/],
    ["q\tproblem\ttag\t\t\tbuying", /“buying” is no stage: awareness, consideration or decision/],
    ["q\t\t\t\t\t\tgerman", /“german” is no locale/],
  ])("%j", (paste, why) => {
    expect(read(paste)).toMatchObject([{ verdict: "problem", why: expect.stringMatching(why) }]);
  });

  test("exactly as long as allowed is taken", () => {
    expect(read("x".repeat(2_000))[0]?.verdict).toBe("new");
  });
});

test("two thousand lines take less than half a second of processor time, hostile ones too", () => {
  const lines = Array.from(
    { length: 2_000 },
    (_, n) => `"question ${n} ""quoted""?"\tproblem\ttag ${n % 9}, b`,
  );
  const hostile = Array.from({ length: 2_000 }, (_, n) => `"never closed ${n}`);
  for (const [paste, expected] of [
    [lines.join("\r\n"), 2_000],
    [`${hostile.join("\n")}${'"'.repeat(4_001)}`, undefined],
    ['"'.repeat(200_000), undefined],
  ] as const) {
    const start = process.cpuUsage();
    const prompts = read(paste);
    expect(process.cpuUsage(start).user / 1_000).toBeLessThan(500);
    if (expected) expect(prompts.filter(({ verdict }) => verdict === "new")).toHaveLength(expected);
  }
});
