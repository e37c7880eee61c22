import { expect, test } from "vitest";
import { isUpTo, isWholeUpTo } from "./typed-number";

test("what was typed counts when it is a number from 0 to the most", () => {
  expect(["0", "0.5", " 1 "].map((typed) => isUpTo(typed, 1))).toEqual([true, true, true]);
  expect(["", " ", "-0.1", "1.1", "half", "0,5"].map((typed) => isUpTo(typed, 1))).not.toContain(true);
  expect(["0", "7", "7.5"].map((typed) => isWholeUpTo(typed, 10))).toEqual([true, true, false]);
});
