import { describe, expect, it } from "vitest";
import { planWords } from "./plan-words";

const plan = { market: 0.112, panel: 0.041, detectable: 0.094, detectableOnRestlessDays: 0.118 };

describe("what a plan says", () => {
  it("names both half-widths, the change on quiet and on restless days, and what each thing is good for", () => {
    expect(planWords(plan, 7)).toEqual([
      "Levels: ± 11 points on prompts like these (market), ± 4 points on these prompts (panel).",
      "Changes: 9 points from one week to the next are found four times in five; 12 points where days differ.",
      "More prompts sharpen levels; repeats sharpen changes.",
    ]);
  });

  it("promises no change from one answer a prompt, nor one that isn't found", () => {
    const once = { ...plan, panel: null, detectable: null, detectableOnRestlessDays: null };
    expect(planWords(once, 1).join(" ")).toContain("none can be told from one answer a prompt");
    expect(planWords(once, 1)[0]).toContain("no interval on these prompts");
    expect(planWords({ ...once, panel: 0.2 }, 2)[1]).toBe(
      "Changes: none is found four times in five, however large.",
    );
  });

  it("of too little says what a level takes", () => {
    expect(planWords(null, 7)).toEqual([expect.stringContaining("10 prompts and 50 answers")]);
  });
});
