import { describe, expect, test } from "vitest";
import { engines, getEngine } from "@/server/engines";
import { callWords, FIELDS, faultWords, fieldWords, latencyWords, shareWords } from "./engine-words";

const counts = (answered: number, faults = 0, limited = 0, refused = 0) => ({
  answered,
  faults,
  limited,
  refused,
});

describe("what calls came to, in words", () => {
  test.each([
    [counts(0), "No call in the last hour"],
    [counts(1), "1 call in the last hour, answered"],
    [counts(1_200), "1,200 calls in the last hour, all answered"],
    [counts(18, 1, 0, 1), "20 calls in the last hour: 90 % answered, 1 failed, 1 refused"],
    [counts(0, 0, 7), "7 calls in the last hour: 0 % answered, 7 slowed down"],
    [counts(999, 1), "1,000 calls in the last hour: > 99 % answered, 1 failed"],
  ])("%j: %s", (calls, words) => {
    expect(callWords(calls, "the last hour")).toBe(words);
  });

  test("a share is none or all only when it is", () => {
    expect([shareWords(0, 9), shareWords(9, 9), shareWords(1, 999), shareWords(1, 3)]).toEqual([
      "0 %",
      "100 %",
      "< 1 %",
      "33 %",
    ]);
  });
});

test("a latency is a range, as exact as it is counted", () => {
  expect(latencyWords({ from: 500, to: 1_000 })).toBe("0.5–1 s");
  expect(latencyWords({ from: 0, to: 100 })).toBe("up to 0.1 s");
  expect(latencyWords({ from: 120_000, to: null })).toBe("over 120 s");
  expect(latencyWords(null)).toBe("–");
});

test("every field that an engine declares is on its page, as observable or as not", () => {
  for (const { id, observability } of engines) {
    const fields = Object.keys(observability);
    expect(FIELDS.map(({ field }) => field).toSorted(), id).toEqual(fields.toSorted());
    const words = [true, false].flatMap((observable) => fieldWords(observability, observable).split(", "));
    expect(words.filter(Boolean), id).toHaveLength(fields.length);
  }
  expect(fieldWords(getEngine("google_ai_mode").observability, true)).toBe("cited pages");
});

test("a kind of fault without words is shown as it is", () => {
  expect(faultWords("timeout")).toBe("no answer in time");
  expect(faultWords("brand_new")).toBe("brand new");
});
