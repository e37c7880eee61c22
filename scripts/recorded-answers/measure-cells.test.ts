import { describe, expect, it } from "vitest";
import {
  betweenEngines,
  betweenQuestions,
  betweenRepeats,
  betweenWordings,
  correlationOfWordings,
  mostNamed,
  presenceOf,
} from "./measure-cells";
import type { ReadCell } from "./read-cells";

/** Three questions × two wordings on two engines; each answer as the letters of the brands it names. */
function cellsOf(answersOf: (question: number, wording: number, engine: string) => string[]): ReadCell[] {
  return [0, 1, 2].flatMap((question) =>
    [0, 1].flatMap((wording) =>
      ["one", "other"].map((engine) => ({
        engine,
        question: `question ${question}`,
        prompt: `question ${question}, wording ${wording}`,
        answers: answersOf(question, wording, engine).map((named) => ({
          day: "2025-05-24",
          isEmpty: named === "",
          named: [...named],
          first: named[0] ?? null,
        })),
      })),
    ),
  );
}

describe("how alike recorded answers are", () => {
  it("repeats that never change are alike, another question's answers aren't", () => {
    const fixed = cellsOf((question) => Array(3).fill(["abc", "def", "ghi"][question] ?? ""));
    for (const compare of [betweenRepeats, betweenWordings, betweenEngines]) {
      expect(compare(fixed).brands).toEqual({ mean: 1, low: 1, high: 1 });
      expect(compare(fixed).firstDiffers.mean).toBe(0);
    }
    expect(betweenQuestions(fixed).brands.mean).toBe(0);
    expect(betweenQuestions(fixed).firstDiffers.mean).toBe(1);
  });

  it("tells repeats from wordings, and wordings from engines", () => {
    const worded = cellsOf((_, wording) => Array(3).fill(wording === 0 ? "ab" : "cd"));
    expect(betweenRepeats(worded).brands.mean).toBe(1);
    expect(betweenWordings(worded.filter(({ engine }) => engine === "one")).brands.mean).toBe(0);
    const engines = cellsOf((_, __, engine) => Array(3).fill(engine === "one" ? "ab" : "bc"));
    expect(betweenWordings(engines.filter(({ engine }) => engine === "one")).brands.mean).toBe(1);
    expect(betweenEngines(engines).brands.mean).toBeCloseTo(1 / 3, 12);
    expect(betweenEngines(engines).firstDiffers.mean).toBe(1);
  });

  // abc, acb, bac: pairs ab|ac share all brands; first differs in two of three pairs.
  it("counts first recommendations that change between repeats, and leaves pairs without one out", () => {
    const cells = cellsOf(() => ["abc", "acb", "bac"]);
    expect(betweenRepeats(cells).brands.mean).toBe(1);
    expect(betweenRepeats(cells).firstDiffers.mean).toBeCloseTo(2 / 3, 12);
    expect(betweenRepeats(cellsOf(() => ["abc", "abc", ""])).firstDiffers.mean).toBe(0);
  });

  it("counts an answer without text as a miss of every brand", () => {
    const cells = cellsOf(() => ["a", "a", ""]).filter(({ engine }) => engine === "one");
    expect(presenceOf(cells, "a")).toMatchObject({ successes: 12, total: 18, k: 6 });
    expect(mostNamed(cells, 1)).toEqual(["a"]);
  });

  it("sees likeness within a wording, and none where repeats differ as wordings do", () => {
    const own = (cells: ReadCell[]) => correlationOfWordings(cells.filter(({ engine }) => engine === "one"));
    expect(own(cellsOf((_, wording) => Array(3).fill(wording === 0 ? "a" : "b")))?.rho).toBe(1);
    expect(own(cellsOf(() => ["a", "b", "b"]))?.rho).toBe(0);
  });
});
