import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import type { AnswerSource } from "@/server/extraction/extraction-types";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";
import { brand } from "@/server/extraction/testing-brands";
import { canonicalUrl } from "./canonical-url";
import { ownerOfHost } from "./owner-of-host";

const SAME_PAGE: readonly (readonly [reason: string, url: string, canonical: string])[] = [
  ["campaign parameters", "https://a.com/x?utm_source=chatgpt.com&utm_medium=y", "https://a.com/x"],
  ["click identifiers", "https://a.com/x?gclid=1&fbclid=2&id=7", "https://a.com/x?id=7"],
  ["a text fragment", "https://a.com/x#:~:text=hello,world", "https://a.com/x"],
  ["an anchor", "https://a.com/x#part-2", "https://a.com/x"],
  ["a route in the fragment", "https://a.com/#/docs/x", "https://a.com#/docs/x"],
  ["http", "http://a.com/x", "https://a.com/x"],
  ["www", "https://www.a.com/x", "https://a.com/x"],
  ["a mobile host", "https://m.a.com/x", "https://a.com/x"],
  [
    "a mobile host of an encyclopedia",
    "https://en.m.wikipedia.org/wiki/X",
    "https://en.m.wikipedia.org/wiki/X",
  ],
  ["an AMP host", "https://amp.a.com/x", "https://a.com/x"],
  ["an AMP path", "https://a.com/x/amp/", "https://a.com/x"],
  ["an AMP parameter", "https://a.com/x?amp=1", "https://a.com/x"],
  ["an AMP cache", "https://a-com.cdn.ampproject.org/c/s/a.com/x", "https://a.com/x"],
  ["a closing slash", "https://a.com/x/", "https://a.com/x"],
  ["an index page", "https://a.com/x/index.html", "https://a.com/x"],
  ["capitals in the host", "https://A.COM/Path", "https://a.com/Path"],
  ["a default port", "https://a.com:443/x", "https://a.com/x"],
  ["another port", "https://a.com:8443/x", "https://a.com:8443/x"],
  ["the order of parameters", "https://a.com/x?b=2&a=1", "https://a.com/x?a=1&b=2"],
  ["a video", "https://www.youtube.com/watch?v=abc&si=1&feature=share", "https://youtube.com/watch?v=abc"],
  ["a short video link", "https://youtu.be/abc?t=10", "https://youtube.com/watch?t=10&v=abc"],
  ["a short video", "https://youtube.com/shorts/abc", "https://youtube.com/watch?v=abc"],
  ["a discussion", "https://news.ycombinator.com/item?id=42", "https://news.ycombinator.com/item?id=42"],
  [
    "a search engine's redirect",
    "https://www.google.com/url?q=https://a.com/x%3Fid%3D1&sa=U",
    "https://a.com/x?id=1",
  ],
  ["an archived page", "https://web.archive.org/web/2020/https://a.com/x", "https://a.com/x"],
  [
    "an archived page, day and flags",
    "https://web.archive.org/web/20200101000000id_/http://www.a.com/x",
    "https://a.com/x",
  ],
  ["a referrer", "https://a.com/x?ref=chatgpt", "https://a.com/x"],
  ["a branch on a code host", "https://github.com/a/b?ref=main", "https://github.com/a/b?ref=main"],
  ["no scheme", "a.com/x", "https://a.com/x"],
  ["an encoded letter", "https://a.com/caf%C3%A9", "https://a.com/café"],
  ["a host in another script", "https://bücher.de/x", "https://xn--bcher-kva.de/x"],
  ["no web address", "mailto:a@b.com", "mailto:a@b.com"],
  ["nonsense", "http://", "http://"],
];

describe("canonical address", () => {
  it.each(SAME_PAGE)("%s", (_reason, url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
    expect(canonicalUrl(canonical)).toBe(canonical);
  });
});

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
  return extractAnswer({ text, sources, brandSet: owners }).citations;
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
