import { describe, expect, it } from "vitest";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { brand } from "@/server/extraction/testing-brands";
import { brandNameProblem } from "./brand-name-problem";
import { compileBrandSet } from "./compile-brand-set";

describe("a name that can't be matched is refused with a sentence", () => {
  it.each(["", "   ", "*", "!!!", "™", "\u200B", "a", "7", "x".repeat(101), "two\nlines"])("%j", (name) => {
    expect(brandNameProblem(name)).toMatch(/^.{10,}\.$/su);
  });

  it.each([
    "C++",
    ".NET",
    "AT&T",
    "Yahoo!",
    "HP",
    "3M",
    "7-Eleven",
    "华为",
    "株式会社カカクコム",
    "L*Space",
    "1688",
    "x".repeat(100),
  ])("%j is fine", (name) => {
    expect(brandNameProblem(name)).toBeNull();
  });
});

describe("names that count as the same", () => {
  it.each([
    ["Nestlé", "NESTLE"],
    ["Coca-Cola", "coca cola"],
    ["Macy’s", "Macy's"],
    ["ＺＡＲＡ", "Zara"],
    ["ﾄﾖﾀ", "トヨタ"],
    ["  Acme   Corp ", "acme corp"],
    ["Ørsted", "Orsted"],
    ["Sam\u00ADsung", "Samsung"],
  ])("%j and %j", (left, right) => {
    expect(foldName(left)).toBe(foldName(right));
  });

  it.each([
    ["C++", "C"],
    ["カ", "ガ"],
    ["AT&T", "ATT"],
    ["Acme", "Acme 2"],
  ])("%j and %j differ", (left, right) => {
    expect(foldName(left)).not.toBe(foldName(right));
  });
});

describe("the version of a brand set", () => {
  const acme = brand("Acme", ["acme.com", "acme.org"], ["ACM", "Akme"]);
  const beta = brand("Beta");

  it("doesn't depend on the order of brands, aliases or domains", () => {
    const turned = brand("Acme", ["acme.org", "acme.com"], ["Akme", "ACM"]);
    expect(compileBrandSet([beta, turned]).version).toBe(compileBrandSet([acme, beta]).version);
  });

  it("changes with an alias, a domain, a brand and its ownership", () => {
    const versions = [
      [acme],
      [brand("Acme", ["acme.com", "acme.org"], ["ACM"])],
      [brand("Acme", ["acme.com"], ["ACM", "Akme"])],
      [acme, beta],
      [{ ...acme, own: true }],
    ].map((brands) => compileBrandSet(brands).version);
    expect(new Set(versions).size).toBe(versions.length);
  });

  it("survives names that can't be matched", () => {
    expect(() =>
      compileBrandSet([brand("*"), brand(""), brand("\uD800"), brand("((", ["not a domain"])]),
    ).not.toThrow();
  });
});
