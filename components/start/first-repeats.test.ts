import { expect, test } from "vitest";
import { firstRepeats } from "./first-repeats";

const engines = [1, 2, 7].map((credits) => ({ engineId: `engine-${credits}`, credits }));
const usualEngineIds = ["engine-1", "engine-2"];

test.each([
  ["a month’s free credits", 200, 10, 3],
  ["plenty", 1_000_000, 10, 3],
  ["half of them pay for two", 130, 10, 2],
  ["half of them pay for none", 50, 10, 1],
  ["no credits", 0, 10, 1],
  ["nothing to ask", 200, 0, 1],
])("%s", (_, available, prompts, repeats) => {
  expect(firstRepeats({ prompts, engines, usualEngineIds, available })).toBe(repeats);
});
