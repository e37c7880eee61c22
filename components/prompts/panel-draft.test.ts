import { describe, expect, test } from "vitest";
import {
  type BasePrompt,
  BLANK_PROMPT,
  type DraftPrompt,
  type Edit,
  editsInWords,
  hasEdits,
  noEdits,
  type PanelEdits,
  problemsOf,
  rowsOf,
  withEdit,
  withoutBlanks,
  withRowBack,
} from "./panel-draft";

const prompt = (text: string, more: Partial<BasePrompt> = {}): BasePrompt => ({
  ...BLANK_PROMPT,
  text,
  hash: `hash of ${text}`,
  namesOwnBrand: false,
  ...more,
});
const base = [prompt("one", { tags: ["a", "b"] }), prompt("two", { namesOwnBrand: true }), prompt("three")];
const edited = (edits: readonly Edit[], from: PanelEdits = noEdits(4)) =>
  edits.reduce((sum, edit) => withEdit(base, sum, edit), from);
const change = (text: string, to: Partial<DraftPrompt>): Edit => ({
  kind: "change",
  id: `hash of ${text}`,
  to,
});
const remove = (text: string): Edit => ({ kind: "remove", id: `hash of ${text}` });
const add = (...texts: string[]): Edit => ({
  kind: "add",
  prompts: texts.map((text) => ({ ...BLANK_PROMPT, id: `new ${text}`, text })),
});
const shown = (edits: PanelEdits, on: readonly BasePrompt[] = base) =>
  rowsOf(on, edits).map(({ text, state }) => `${text}: ${state}`);
const words = (edits: PanelEdits) => editsInWords(rowsOf(base, edits), base, edits);

describe("edits", () => {
  test("add, remove, change and reword, and say so in short", () => {
    const edits = edited([
      add("four", "five"),
      remove("three"),
      change("one", { intent: "problem" }),
      change("two", { text: "zwei" }),
    ]);
    expect(shown(edits)).toEqual(["one: changed", "zwei: reworded", "four: added", "five: added"]);
    expect(words(edits)).toBe("2 added, 1 removed, 1 reworded, 1 changed");
  });

  test("that are taken back are none, in whatever order the tags come back", () => {
    const edits = edited([
      change("one", { intent: "problem", tags: ["b"] }),
      change("one", { intent: "category", tags: ["b", "a"] }),
      change("two", { text: "zwei" }),
      change("two", { text: "two" }),
      add("four"),
      { kind: "remove", id: "new four" },
    ]);
    expect(hasEdits(edits)).toBe(false);
    expect(hasEdits(edited([change("one", { tags: ["a"] })]))).toBe(true);
  });

  test("of another locale make another question; of topic, persona and stage the same one with other marks", () => {
    const edits = edited([
      change("one", { locale: "de-DE" }),
      change("two", { topic: "desks", persona: "gamer", stage: "decision" }),
    ]);
    expect(shown(edits)).toEqual(["one: reworded", "two: changed", "three: kept"]);
    expect(problemsOf(rowsOf(base, edits)).size).toBe(0);
    const twice = edited([add("one"), { kind: "change", id: "new one", to: { locale: "de-AT" } }]);
    expect(problemsOf(rowsOf(base, twice)).size).toBe(0);
    // Control: in the same locale it is there twice, and an unknown form is said.
    expect([...problemsOf(rowsOf(base, edited([add("one")]))).values()]).toEqual([
      "The same as prompt 1. Remove one of them.",
    ]);
    expect([...problemsOf(rowsOf(base, edited([change("one", { locale: "german" })]))).values()]).toEqual([
      "“german” is no locale: a language and a country, like de-DE.",
    ]);
  });

  test("of an added prompt stay with it, and a removed changed one is only removed", () => {
    const edits = edited([
      add("four"),
      { kind: "change", id: "new four", to: { text: "vier", tags: ["x"] } },
      change("one", { intent: "problem" }),
      remove("one"),
    ]);
    expect(edits.added).toEqual([{ ...BLANK_PROMPT, id: "new four", text: "vier", tags: ["x"] }]);
    expect(words(edits)).toBe("1 added, 1 removed");
  });

  test("keep what is known of the own brand until the words change", () => {
    const named = (edits: PanelEdits) => rowsOf(base, edits).map((row) => row.namesOwnBrand);
    expect(named(edited([change("two", { intent: "branded" }), add("four")]))).toEqual([
      false,
      true,
      false,
      undefined,
    ]);
    expect(named(edited([change("two", { text: "zwei" })]))).toEqual([false, undefined, false]);
  });
});

describe("a removed row comes back", () => {
  const row = (edits: PanelEdits, text: string) => {
    const found = rowsOf(base, edits).find((each) => each.text === text);
    if (!found) throw new Error(`no row ${text}`);
    return found;
  };

  test("as it was: untouched, changed or added", () => {
    const before = edited([change("one", { intent: "problem" }), add("four")]);
    for (const text of ["one", "two", "four"]) {
      const kept = row(before, text);
      const after = withRowBack(base, withEdit(base, before, { kind: "remove", id: kept.id }), kept);
      expect(shown(after)).toEqual(shown(before));
    }
  });

  test("as an addition, when the version without it was saved meanwhile", () => {
    const kept = row(noEdits(4), "two");
    const without = base.filter(({ text }) => text !== "two");
    expect(shown(withRowBack(without, noEdits(5), kept), without)).toEqual([
      "one: kept",
      "three: kept",
      "two: added",
    ]);
  });

  test("once, however often it is asked for", () => {
    const kept = row(edited([add("four")]), "four");
    const once = withRowBack(base, noEdits(4), kept);
    expect(withRowBack(base, once, kept)).toEqual(once);
  });
});

describe("put on a newer version", () => {
  const newer = [prompt("one", { tags: ["a", "b"] }), prompt("three"), prompt("theirs")];

  test("they stand on it as they stood on the old one, and nothing of theirs is lost", () => {
    const edits = edited([add("mine"), remove("three"), change("one", { intent: "problem" })]);
    expect(shown(edits, newer)).toEqual(["one: changed", "theirs: kept", "mine: added"]);
  });

  test("a change of a prompt that they removed becomes an addition, and a removal of it is done already", () => {
    expect(shown(edited([change("two", { text: "zwei" })]), newer)).toContain("zwei: added");
    expect(shown(edited([remove("two")]), newer)).toEqual(["one: kept", "three: kept", "theirs: kept"]);
  });

  test("an addition that they made as well is pointed out, not dropped", () => {
    const rows = rowsOf(newer, edited([add("theirs")]));
    expect([...problemsOf(rows)]).toEqual([["new theirs", "The same as prompt 3. Remove one of them."]]);
  });
});

describe("problems", () => {
  test("stand at the row: emptied, too long, twice; a blank added row is none, and is left out of the count", () => {
    const edits = edited([
      change("one", { text: " " }),
      change("two", { text: "x".repeat(2_001) }),
      add("three ", "", "fine"),
    ]);
    expect([...problemsOf(rowsOf(base, edits))]).toEqual([
      ["hash of one", "Write the prompt, or remove it."],
      ["hash of two", "2001 characters; at most 2000 can be asked."],
      ["new three ", "The same as prompt 3. Remove one of them."],
    ]);
    expect(words(edited([add("", "fine")]))).toBe("1 added");
    expect(hasEdits(edited([add("", " ")]))).toBe(false);
    expect(withoutBlanks(edited([add("", "fine")])).added.map(({ text }) => text)).toEqual(["fine"]);
  });
});
