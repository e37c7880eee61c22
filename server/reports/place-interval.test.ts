import { expect, test } from "vitest";
import { placeInterval, placingWords, sideOf } from "./place-interval";

const own = { low: 0.4, high: 0.6 };
const rival = (name: string, low: number, high: number) => ({ name, interval: { low, high } });

test("intervals that touch overlap; a hair apart they don't", () => {
  expect(sideOf(own, { low: 0.6, high: 0.8 })).toBe("overlap");
  expect(sideOf(own, { low: 0.2, high: 0.4 })).toBe("overlap");
  expect(sideOf(own, { low: 0.600001, high: 0.8 })).toBe("below");
  expect(sideOf(own, { low: 0.2, high: 0.399999 })).toBe("above");
  expect(sideOf(own, { low: 0, high: 1 })).toBe("overlap");
});

test("where nothing can be compared there is no placing", () => {
  expect(placeInterval(null, [rival("A", 0, 1)])).toBeNull();
  expect(placeInterval(own, [])).toBeNull();
  expect(placeInterval(own, [{ name: "A", interval: null }])).toBeNull();
});

test("up to three rivals are named, more are a number, and all of them are all", () => {
  const placed = (names: string[]) =>
    placeInterval(
      own,
      names.map((name) => rival(name, 0.5, 0.7)),
    ) ?? { overlap: [], above: [], below: [] };
  expect(placingWords(placed(["A"]), 1, "plural")).toBe("overlap that of A");
  expect(placingWords(placed(["A", "B"]), 2, "singular")).toBe("overlaps those of both rivals");
  expect(placingWords(placed(["A", "B", "C"]), 5, "singular")).toBe("overlaps those of A, B and C");
  expect(placingWords(placed(["A", "B", "C", "D"]), 5, "singular")).toBe("overlaps those of 4 rivals");
  expect(placingWords(placed(["A", "B", "C", "D"]), 4, "plural")).toBe("overlap those of all 4 rivals");
  expect(placingWords({ overlap: [], above: ["A"], below: ["B"] }, 2, "singular")).toBe(
    "lies above that of A and lies below that of B",
  );
});
