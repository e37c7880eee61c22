import { expect, test } from "vitest";
import { cutSnippet } from "./cut-snippet";

const around = (text: string, name: string) => {
  const start = text.indexOf(name);
  return cutSnippet(text, [{ start, end: start + name.length }]);
};

test("a short text is shown whole", () => {
  expect(around("We like Acme.", "Acme")).toEqual({
    text: "We like Acme.",
    spans: [{ start: 8, end: 12 }],
    cut: { before: false, after: false },
  });
});

test("a long one is cut between words on both sides, and the span still covers the name", () => {
  const { text, spans, cut } = around(`${"word ".repeat(100)}Acme ${"other ".repeat(100)}`, "Acme");
  expect(text).toMatch(/^word (word )+Acme (other )+other$/);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["Acme"]);
  expect(cut).toEqual({ before: true, after: true });
  expect(text.length).toBeLessThan(260);
});

test("a text without spaces is never cut through a character", () => {
  for (const offset of ["", "a"]) {
    const { text, spans } = around(`${offset}${"😀".repeat(200)}丰田${"😀".repeat(200)}`, "丰田");
    expect(text.isWellFormed()).toBe(true);
    expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["丰田"]);
  }
});

test("a name longer than the margins is shown whole; later places in the piece are kept, those outside are not", () => {
  const long = "Acme ".repeat(100).trim();
  expect(around(`x ${long} y`, long).text).toContain(long);
  const text = `Acme, Acme. ${"far ".repeat(100)}Acme`;
  const spans = [...text.matchAll(/Acme/g)].map(({ index }) => ({ start: index, end: index + 4 }));
  expect(cutSnippet(text, spans.toReversed()).spans).toHaveLength(2);
});
