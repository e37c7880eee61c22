import { expect, test } from "vitest";
import { newId, type UserId } from "@/server/kernel/id";
import { keyWords, listWords } from "./key-words";

const key = {
  state: "working" as const,
  lastFour: "WXYZ",
  savedAt: "2026-11-09T08:00:00Z",
  testedAt: "2026-11-09T09:30:00Z",
  savedBy: { userId: newId<UserId>(), name: "Ada" },
};

test("a key is told by its last four, who saved it when, and when it was tested", () => {
  expect(keyWords(key)).toBe("ends in WXYZ, saved by Ada on 9 Nov 2026, tested 9 Nov 2026, 09:30 UTC");
});

test("what isn't known of a key is said, or left out", () => {
  expect(keyWords({ ...key, lastFour: "", testedAt: null, savedBy: null })).toBe(
    "too short to show any of it, saved on 9 Nov 2026, never tested",
  );
});

test("names stand in a list as people write it", () => {
  expect([[], ["A"], ["A", "B"], ["A", "B", "C"]].map(listWords)).toEqual(["", "A", "A and B", "A, B and C"]);
});
