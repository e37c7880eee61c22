import { expect, test } from "vitest";
import { CHOICES, decisionWords, heldWords, questionWords } from "./review-words";

const held = { named: "named", stance: "cautioned", confidence: 0.456 } as const;
const brand = { brandId: "1" as never, name: "Halvorn" };

test("each question says what it asks, and what the extractor held", () => {
  expect(questionWords({ question: "named", brand })).toBe("Is Halvorn named here?");
  expect(questionWords({ question: "stance", brand })).toBe("How does this answer speak of Halvorn?");
  expect(heldWords({ question: "stance", held, brands: [] })).toBe(
    "The extractor says: cautioned, confidence 0.46.",
  );
  expect(heldWords({ question: "named", held: { ...held, named: "undecided" }, brands: [] })).toBe(
    "The extractor could not decide, confidence 0.46.",
  );
});

test("what was found already stands by the question what was missed", () => {
  const brands = [
    { ...brand, found: true },
    { ...brand, name: "Kestrel", found: false },
  ];
  expect(heldWords({ question: "missed", held, brands })).toBe("The extractor found Halvorn.");
  expect(heldWords({ question: "missed", held, brands: [] })).toBe("The extractor found none.");
});

test("no two answers to a question have one key, and none takes those of skip, undo and help", () => {
  for (const choices of Object.values(CHOICES)) {
    const keys = choices.map(({ shortcut }) => shortcut);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => ["s", "u", "g", "c", "?"].includes(key))).toEqual([]);
  }
});

test("a decision is said with its brands", () => {
  const named = { question: "named", brand: "Halvorn", verdictBrands: [] } as const;
  expect(decisionWords({ ...named, verdict: "no" })).toBe("Halvorn: not this brand");
  expect(decisionWords({ ...named, verdict: "other", verdictBrands: ["Kestrel"] })).toBe(
    "Halvorn: it is Kestrel",
  );
  expect(decisionWords({ ...named, question: "stance", verdict: "negative" })).toBe(
    "Halvorn: advised against",
  );
  expect(decisionWords({ question: "missed", brand: null, verdict: "no", verdictBrands: [] })).toBe(
    "No brand was missed",
  );
  expect(
    decisionWords({ question: "missed", brand: null, verdict: "other", verdictBrands: ["A", "B"] }),
  ).toBe("Missed: A, B");
});
