import { describe, expect, it } from "vitest";
import { compileBrandSet } from "@/server/extraction";
import { predict } from "./predict";
import { readAnswers, readBrands } from "./read-inputs";

describe("brands and answers of somebody else", () => {
  it("brands are names, or objects with aliases and domains, bare or under a key", () => {
    expect(readBrands('["Acme", {"name": "Zuvio", "domains": ["zuvio.com"]}]')).toEqual([
      { id: "Acme", name: "Acme", aliases: [], domains: [], own: false },
      { id: "Zuvio", name: "Zuvio", aliases: [], domains: ["zuvio.com"], own: false },
    ]);
    expect(readBrands('{"brands": ["Acme"]}')).toHaveLength(1);
  });

  it("a file that can't be used is refused with a sentence that says where", () => {
    expect(() => readBrands("Acme")).toThrow("The file of brands is no JSON");
    expect(() => readBrands('[{"title": "Acme"}]')).toThrow(/^The file of brands can't be used/u);
    expect(() => readAnswers('{"id": "1", "text": "x"}\n{"text": "x"}')).toThrow(/^Line 2 of the answers/u);
  });

  it("one answer gives its namings with rank and spans, what is undecided, and its sources", () => {
    const [answer] = readAnswers(
      '\n{"id": 7, "text": "1. Zuvio\\n2. Acme. Target the muscles.", "sources": ["https://www.a.com/x?utm_source=y"]}\n',
    );
    const set = compileBrandSet(readBrands('["Acme", "Zuvio", "Target"]'));
    if (answer === undefined) throw new Error("no answer");
    expect(predict(answer, set)).toMatchObject({
      id: "7",
      mentions: [
        { brand: "Zuvio", rank: 1, spans: [{ start: 3, end: 8 }] },
        { brand: "Acme", rank: 2, spans: [{ start: 12, end: 16 }] },
      ],
      ambiguous: [{ brand: "Target", reason: "ordinary_word" }],
      citations: [{ url: "https://a.com/x", domain: "a.com", kind: "cited" }],
    });
  });

  it("an answer without text names nobody", () => {
    const [answer] = readAnswers('{"id": "1", "text": null}');
    if (answer === undefined) throw new Error("no answer");
    expect(predict(answer, compileBrandSet(readBrands('["Acme"]'))).mentions).toEqual([]);
  });
});
