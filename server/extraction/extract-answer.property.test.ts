import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractAnswer } from "./extract-answer";
import { compileBrandSet } from "./matching/compile-brand-set";
import { findHits } from "./matching/find-hits";
import { foldName } from "./normalise/fold-name";
import { maskText } from "./normalise/mask-text";
import { unitText } from "./normalise/unit-text";
import { brand, brandsNamed } from "./testing-brands";

const NAMES = [
  "Acme",
  "Coca-Cola",
  "HubSpot",
  "HP",
  "C++",
  "AT&T",
  "Nestlé",
  "トヨタ",
  "华为",
  "Target",
  "Macy's",
  "Demand IQ",
];
const brandSet = compileBrandSet(NAMES.map((name) => brand(name, name === "Acme" ? ["acme.com"] : [])));
const FORMS = new Set([...NAMES.map((name) => foldName(name).replace(/[\s']/gu, "")), "acme.com"]);

/** Any UTF-16 string, lone surrogates included, salted with names, markup and addresses. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...NAMES,
        "acme.com",
        "[",
        "](",
        ")",
        "**",
        "<think>",
        "</think>",
        "\n",
        "1. ",
        "- ",
        "### ",
        "| ",
        ":",
        " ",
        "https://a.com/",
        "'s",
        "\u0301",
        "\u00AD",
        "\uD800",
        "\uDC00",
        "$9.99",
        "\\",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
      fc
        .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 4 })
        .map((units) => String.fromCharCode(...units)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

describe("whatever the text", () => {
  it("extraction returns, and every span slices to a form of its brand", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions, citations } = extractAnswer({ text, prompt: null, sources: [], brandSet });
        for (const { spans } of mentions) {
          for (const { start, end } of spans) {
            expect(FORMS).toContain(foldName(text.slice(start, end)).replace(/[\s']/gu, ""));
          }
        }
        for (const { spans } of citations)
          for (const { end } of spans) expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("spans never overlap and orders are 1, 2, 3", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { mentions } = extractAnswer({ text, prompt: null, sources: [], brandSet });
        const spans = mentions
          .flatMap((mention) => mention.spans)
          .sort((left, right) => left.start - right.start);
        spans.slice(1).forEach((span, index) => {
          expect(span.start).toBeGreaterThanOrEqual(spans[index]?.end ?? 0);
        });
        expect(mentions.map(({ order }) => order)).toEqual(mentions.map((_, index) => index + 1));
      }),
      { numRuns: 300 },
    );
  });

  it("masking keeps the length", () => {
    fc.assert(
      fc.property(anyText, (text) => maskText(text, null).prose.length === text.length),
      { numRuns: 500 },
    );
  });

  it("folding twice changes nothing more", () => {
    fc.assert(
      fc.property(anyText, (text) => foldName(foldName(text)) === foldName(text)),
      { numRuns: 300, examples: [["\\\u0301###"], ["\\\u200b\u0301*"], ["\\\uff03"]] },
    );
  });

  it("the same input gives the same output", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(extractAnswer({ text, prompt: null, sources: [], brandSet })).toEqual(
          extractAnswer({ text, prompt: null, sources: [], brandSet }),
        );
      }),
      { numRuns: 100 },
    );
  });
});

/** Characters looked at and tree steps for a text of `unit` repeated to about `size` characters. */
function stepsFor(unit: string, size: number): number {
  const text = unit.repeat(Math.ceil(size / unit.length));
  return findHits(unitText(text), brandSet).steps;
}

describe("hostile text", () => {
  it.each(["[", "(((", "Hub", "HubSpo", "a", "Acme ", "e\u0301", "<think", "![", "*", "aA.", "華"])(
    "%j repeated: steps grow with the text, not with its square",
    (unit) => {
      const ratio = stepsFor(unit, 80_000) / stepsFor(unit, 10_000);
      expect(ratio).toBeGreaterThan(7.5);
      expect(ratio).toBeLessThan(8.5);
    },
  );

  it.each([
    "[",
    "(",
    "](",
    "[a](",
    "[[1]",
    "<",
    "<a ",
    "<think>",
    "</think>",
    "@",
    "a@",
    "://",
    "https://",
    "**",
    "* **",
    "|",
    ":",
    "a:",
    "1. ",
    "$1",
    "A.b:",
    "`",
    "\\",
    "- [x](y",
    "(((",
  ])("100 kB of %j comes back", (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(extractAnswer({ text, prompt: null, sources: [], brandSet }).mentions).toEqual([]);
  });

  it("steps don't grow with the number of brands", () => {
    const text = "The Kordex and the Brillo are good, says the review. ".repeat(200);
    const steps = (count: number) =>
      findHits(
        unitText(text),
        brandsNamed(...Array.from({ length: count }, (_, index) => `Quorzel${index} Ltd`)),
      ).steps;
    expect(steps(1000) / steps(10)).toBeLessThan(1.01);
  });
});
