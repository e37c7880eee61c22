import { describe, expect, test } from "vitest";
import { readAnswerFilter } from "./contract";
import { makeSnippet } from "./make-snippet";
import { planSearch } from "./search-plan";

const marked = (piece: string, query: string, cut = false) => {
  const { text, marks } = makeSnippet(piece, cut, planSearch(query));
  return marks.map(({ start, end }) => text.slice(start, end));
};

describe("a snippet", () => {
  test("is prose: signs of Markdown are gone, and a link is its label", () => {
    const piece =
      "## Best\n\n1. **Acme** [shop](https://acme.com/a?b=c) and ([rtings][2])\n\n| A | B |\n|---|:--|\n| x | y |";
    expect(makeSnippet(piece, false, null).text).toBe("Best 1. Acme shop and (rtings) A B x y");
  });

  test("is short, ends at a word, and begins at one when it stands in the middle of the text", () => {
    const { text } = makeSnippet(`lf-word ${"word ".repeat(100)}`, true, null);
    expect(text).toMatch(/^… word.*word …$/);
    expect(text.length).toBeLessThan(240);
    expect(makeSnippet("short", false, null).text).toBe("short");
  });

  test("keeps markup of the answer as plain characters", () => {
    expect(makeSnippet("<script>alert(1)</script> <b>Acme</b>", false, planSearch("acme")).text).toBe(
      "<script>alert(1)</script> <b>Acme</b>",
    );
  });

  test("marks whole words in either case, each time, and none inside of another", () => {
    expect(marked("Art in art, not in start or Artful.", "ART")).toEqual(["Art", "art"]);
  });

  test("marks no word that the search excludes, and no `or`", () => {
    expect(marked("this or that, never those", 'this or "that" -never -"those"')).toEqual(["this", "that"]);
  });

  test("marks a script without spaces as it stands", () => {
    expect(marked("静かなブースターなら", "ブースター")).toEqual(["ブースター"]);
  });

  test("takes a pattern's signs for what they are", () => {
    for (const query of ["(", "[a", "a.*b", "\\", "$^", "c++", "*"])
      expect(() => marked("some (text) [a] c++ $^ \\", query), query).not.toThrow();
    expect(marked("100 % of it", "%")).toEqual(["%"]);
  });
});

describe("a filter from an address", () => {
  const brand = "0198c0de-0000-7000-8000-000000000001";

  test("keeps what can be read, and leaves out what can't instead of failing", () => {
    expect(
      readAnswerFilter({ engine: "chatgpt", brand, q: " two words ", from: "2026-11-02", other: "x" }),
    ).toEqual({
      engine: "chatgpt",
      brand,
      q: "two words",
      from: "2026-11-02",
    });
    expect(
      readAnswerFilter({ brand: "acme", from: "yesterday", state: "great", q: "", surface: ["api", "serp"] }),
    ).toEqual({});
  });
});
