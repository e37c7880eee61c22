import { expect, test } from "vitest";
import { agreementWords, rateWords } from "./quality-words";

test("a rate is said with its interval and its counts; with few facts, the counts alone", () => {
  expect(rateWords({ right: 117, of: 120, rate: 0.975, interval: { low: 0.9281, high: 0.9912 } })).toBe(
    "97.5 % (92.8–99.1 %), 117 of 120",
  );
  expect(rateWords({ right: 3, of: 4, rate: null, interval: null })).toBe("3 of 4");
});

test("agreement is said with chance taken out, where it can be", () => {
  expect(agreementWords(null)).toBe("no fact has been decided by two people yet.");
  expect(agreementWords({ pairs: 40, agreed: 36, share: 0.9, kappa: 0.7812 })).toBe(
    "they agree on 36 of 40 facts (90.0 %; Cohen’s kappa 0.78).",
  );
  expect(agreementWords({ pairs: 2, agreed: 2, share: 1, kappa: null })).toContain("the same one thing");
});
