import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { cosine, isSimilar } from "./similarity";
import { guardOf } from "./text-guard";

const same = (one: string, other: string) => guardOf(one) === guardOf(other);

test("short forms, small words, marks and case change nothing", () => {
  expect(same("Acme isn’t cheap.", "- **Acme** is not really affordable")).toBe(true);
  expect(same("Acme can't do it", "Acme cannot do it")).toBe(true);
  expect(same("It costs $1,200 for three tools", "costs $1200 for 3 apps")).toBe(true);
});

test("a negation, a name, a number, a sign and an order are never lost", () => {
  const text = "Acme costs $10 and Bolt is not slow";
  for (const other of [
    "Acme costs $10 and Bolt is slow",
    "Acme costs $10 and Cedar is not slow",
    "Acme costs $11 and Bolt is not slow",
    "Acme costs €10 and Bolt is not slow",
    "Bolt costs $10 and Acme is not slow",
    "Acme costs $10 and Bolt is not slow?",
    "Acme costs $1.0 and Bolt is not slow",
  ])
    expect([other, same(text, other)]).toEqual([other, false]);
});

test("an abbreviation is a word of its own, however small the word that it looks like", () => {
  expect(same("It is for IT teams", "It is for teams")).toBe(false);
  expect(same("A tool in LA", "A tool in")).toBe(false);
});

test("vectors of different lengths are never near, and equal ones are", () => {
  expect(cosine([1, 0], [1, 0, 0])).toBe(0);
  expect(isSimilar([1, 0], [1, 0])).toBe(true);
  expect(isSimilar([1, 0], [0.8, 0.6])).toBe(false);
});

test("canonical JSON doesn't depend on the order in which fields were written", () => {
  expect(canonicalJson({ b: [1, { d: null, c: "x" }], a: undefined })).toBe('{"b":[1,{"c":"x","d":null}]}');
  expect(canonicalJson({ x: 1, y: 2 })).toBe(canonicalJson({ y: 2, x: 1 }));
});
