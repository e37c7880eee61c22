import { expect, test } from "vitest";
import { TaskId } from "@/server/analysis/contract";
import { TASK_WORDS, tokenWords } from "./task-words";

const tokens = { month: "2026-11-01", allowance: 200_000, used: 1_240, held: 0, calls: 1 };

test("the month's tokens are told in one sentence, with what is held only where something is", () => {
  expect(tokenWords(tokens)).toBe("1,240 of 200,000 tokens used in 1 call.");
  expect(tokenWords({ ...tokens, held: 3_000, calls: 12 })).toBe(
    "1,240 of 200,000 tokens used in 12 calls, and up to 3,000 held for calls under way.",
  );
});

test("every task is told in words", () => {
  expect(Object.keys(TASK_WORDS).toSorted()).toEqual(TaskId.options.toSorted());
});
