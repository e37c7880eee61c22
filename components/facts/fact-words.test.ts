import { expect, test } from "vitest";
import { plainQuote, shareWords, valueWords, whyWords } from "./fact-words";

test("a share is its counts with the interval, never a bare percentage", () => {
  expect(shareWords({ count: 3, of: 12, low: 0.089, high: 0.532 })).toBe("3 of 12 (9–53 %)");
});

test("a quote is shown without the signs of its Markdown", () => {
  expect(plainQuote("| **Acme** | [costs](https://a.example/) `$12` | a month |")).toBe(
    "Acme · costs $12 · a month",
  );
  expect(plainQuote("Acme supports SSO.")).toBe("Acme supports SSO.");
});

test("a value reads as it is compared", () => {
  expect([
    valueWords({ kind: "number", number: 1200, unit: "EUR" }),
    valueWords({ kind: "number", number: 3, unit: "" }),
    valueWords({ kind: "date", date: "2014" }),
    valueWords({ kind: "yes_no", yes: false }),
    valueWords(null),
  ]).toEqual(["1,200 EUR", "3", "2014", "No, it isn’t so", null]);
});

test("why a page couldn't be checked is said in words, whatever the reason", () => {
  expect(whyWords({ why: "http_404" })).toBe("The page isn’t there any more.");
  expect(whyWords({ why: "http_503" })).toContain("503");
  expect(whyWords({ why: "encoding" })).toBe("The page couldn’t be fetched.");
  expect(whyWords({ why: null })).toBe("");
});
