import { expect, test } from "vitest";
import { precisionWords } from "./precision-words";

const LESSON = "More prompts sharpen levels; repeats sharpen changes.";

test("one repeat has no panel interval and no change, whatever the prompts", () => {
  expect(precisionWords(30, 1)).toBe(
    "30 prompts without a brand name: enough to state a level on each engine. " +
      `With one repeat this run alone has no panel interval, and no change can be told from it. ${LESSON}`,
  );
});

test.each([
  [12, 7, /84 answers on each engine: levels are shown, marked early below 25 prompts\. With 7 repeats/],
  [
    12,
    4,
    /48 answers on each engine: shown as counts with a bound\. A level starts at 10 prompts and 50 answers/,
  ],
  [9, 28, /shown as counts/],
  [1, 1, /^1 prompt without a brand name, 1 answer on each engine/],
  [0, 7, /none of them enters presence/],
])("%i prompts × %i repeats", (prompts, repeats, words) => {
  expect(precisionWords(prompts, repeats)).toMatch(words);
  expect(precisionWords(prompts, repeats)).toContain(LESSON);
});
