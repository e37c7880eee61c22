import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import type { AnswerSource } from "@/server/extraction/extraction-types";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";
import { brand } from "@/server/extraction/testing-brands";
import { ownerOfHost } from "./owner-of-host";

const owners = compileBrandSet([
  brand("Acme", ["acme.com"]),
  brand("Acme UK", ["https://www.acme.co.uk/"]),
  brand("Labs", ["labs.acme.com"]),
]);

describe("ownership by host", () => {
  it.each([
    ["the domain itself", "acme.com", "Acme"],
    ["a subdomain", "shop.acme.com", "Acme"],
    ["the longest owner", "x.labs.acme.com", "Labs"],
    ["a domain given as an address", "acme.co.uk", "Acme UK"],
    ["one that ends like it", "notacme.com", null],
    ["one that starts like it", "acme.com.evil.io", null],
    ["its label under another suffix", "acme.io", null],
    ["the suffix alone", "com", null],
  ])("%s", (_reason, host, owner) => {
    expect(ownerOfHost(host, owners)).toBe(owner);
  });
});

function source(url: string, over: Partial<AnswerSource> = {}): AnswerSource {
  return { url, title: null, kind: "cited", ordinal: 1, spans: [], ...over };
}

function citationsOf(text: string, sources: readonly AnswerSource[]) {
  return extractAnswer({ text, prompt: null, sources, brandSet: owners }).citations;
}

describe("citations", () => {
  it("one page under three addresses is one citation with all its spans", () => {
    const citations = citationsOf("abcdefgh", [
      source("https://a.com/x?utm_source=1", { spans: [{ start: 0, end: 2 }] }),
      source("https://www.a.com/x", { ordinal: 2, spans: [{ start: 4, end: 6 }], title: "X" }),
      source("http://a.com/x/", { ordinal: 3, spans: [{ start: 0, end: 2 }] }),
    ]);
    expect(citations).toHaveLength(1);
    expect(citations[0]).toMatchObject({
      ordinal: 1,
      canonicalUrl: "https://a.com/x",
      title: "X",
      spans: [
        { start: 0, end: 2 },
        { start: 4, end: 6 },
      ],
    });
  });

  it("keeps the strongest kind of a page that was both looked at and cited", () => {
    const [citation] = citationsOf("x", [
      source("https://a.com", { kind: "retrieved" }),
      source("https://a.com/", { ordinal: 2 }),
    ]);
    expect(citation?.kind).toBe("cited");
  });

  it("doesn't count a page that was only looked at as cited", () => {
    expect(citationsOf("x", [source("https://a.com", { kind: "retrieved" })])[0]?.kind).toBe("retrieved");
  });

  it("adds links that only the text has, inline, by reference and bare, as linked", () => {
    const text =
      '[One](https://one.com/a), [Two][2], https://three.com/c and ![img](https://four.com/d.png)\n\n[2]: https://two.com/b "Two"';
    const citations = citationsOf(text, [source("https://zero.com", { ordinal: 5 })]);
    expect(citations.map(({ ordinal, domain, kind }) => [ordinal, domain, kind])).toEqual([
      [5, "zero.com", "cited"],
      [6, "one.com", "linked"],
      [7, "two.com", "linked"],
      [8, "three.com", "linked"],
    ]);
    const first = citations[1]?.spans[0];
    expect(text.slice(first?.start, first?.end)).toBe("One");
  });

  it("gives a cited source the spans of the text's links to it", () => {
    const text = "Fine. ([A][1])\n\n[1]: https://a.com/x?utm_source=chatgpt.com";
    const [citation, ...others] = citationsOf(text, [source("https://a.com/x")]);
    expect(others).toEqual([]);
    expect(citation).toMatchObject({ kind: "cited", spans: [{ start: 8, end: 9 }] });
  });

  it("ignores links inside hidden reasoning", () => {
    expect(citationsOf("<think>https://a.com/x</think> Fine.", [])).toEqual([]);
  });

  it("takes the registrable domain from the public suffix list", () => {
    expect(citationsOf("x", [source("https://shop.acme.co.uk/a")])[0]).toMatchObject({
      domain: "acme.co.uk",
      ownerBrandId: "Acme UK",
    });
    expect(citationsOf("x", [source("https://acme.com.evil.io/a")])[0]).toMatchObject({
      domain: "evil.io",
      ownerBrandId: null,
    });
  });

  it("survives addresses that are none", () => {
    expect(citationsOf("x", [source("not a url"), source("", { ordinal: 2 })])).toHaveLength(2);
  });
});
