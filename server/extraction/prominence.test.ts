import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractAnswer } from "./extract-answer";
import { compileBrandSet } from "./matching/compile-brand-set";
import { unitText } from "./normalise/unit-text";
import { prominenceOf, weighSentences } from "./prominence";

const at = (text: string, word: string) => {
  const start = text.indexOf(word);
  return { start, end: start + word.length };
};
const of = (text: string, ...names: string[]) =>
  prominenceOf(
    names.map((name) => at(text, name)),
    weighSentences(unitText(text)),
  );

describe("sentences", () => {
  it.each([
    ["One two. Three four five.", [2, 3]],
    ["It costs 1.5 dollars, e.g. in May. Good!", [9, 1]],
    ["- Desk\n- Chair that turns\n", [1, 3]],
    ["don't-worry about it", [3]],
    ["机が好き。椅子も。", [4, 3]],
    ["... !!! \n\n", []],
    ["", []],
  ])("%j has words %j", (text, words) => {
    expect(weighSentences(unitText(text)).words).toEqual(words);
  });

  it("hold every word once, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
        const { ends, words, total } = weighSentences(unitText(text));
        expect(words.reduce((sum, count) => sum + count, 0)).toBe(total);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        expect(ends.every((end) => end <= text.length)).toBe(true);
      }),
    );
  });
});

describe("prominence", () => {
  const text = "Halvorn makes desks. Others make chairs, too. Kestrel sells both of them.";

  it("is the share of words in sentences that name it, an earlier sentence weighing more", () => {
    // Words by sentence: 3, 4, 5 of 12; weights e^0, e^(-1/3), e^(-2/3).
    expect(of(text, "Halvorn")).toBeCloseTo(3 / 12, 12);
    expect(of(text, "Kestrel")).toBeCloseTo((5 * Math.exp(-2 / 3)) / 12, 12);
  });

  it("counts a sentence once, however often it names the brand, and is 1 for an answer of one such sentence", () => {
    const twice = "Halvorn is what Halvorn fans want.";
    expect(
      prominenceOf([at(twice, "Halvorn"), { start: 16, end: 23 }], weighSentences(unitText(twice))),
    ).toBe(1);
  });

  it("stands at each mention that is read out of an answer, links not counted as words", () => {
    const brandSet = compileBrandSet([
      { id: "own", name: "Halvorn", aliases: [], domains: ["halvorn.example"], own: true },
      { id: "rival", name: "Kestrel", aliases: [], domains: [], own: false },
    ]);
    const read = (answer: string) =>
      extractAnswer({ text: answer, sources: [], brandSet, prompt: null }).mentions.map(
        ({ brandId, prominence }) => [brandId, Number(prominence.toFixed(3))],
      );
    expect(read(text)).toEqual([
      ["own", 0.25],
      ["rival", Number(((5 * Math.exp(-2 / 3)) / 12).toFixed(3))],
    ]);
    const linked = text.replace("Others", "[Others](https://a-long.example/with/many/words/in/it)");
    expect(read(linked)).toEqual(read(text));
  });
});
