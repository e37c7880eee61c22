import { expect, test } from "vitest";
import { costNote, expectedNote, monthAfter, monthWords, percentWords } from "./margin-words";
import { marginFilePath, marginPath } from "./operations-path";

const margin = {
  answers: 10,
  credits: 20,
  knownCostMicros: 1_500_000,
  uncosted: 0,
  costMicros: 1_500_000,
  expectedMicros: 3_000_000,
  costPerAnswerMicros: 150_000,
  revenueMicros: 400_000,
  marginMicros: -1_100_000,
  marginShare: -2.75,
};

test("months are walked over the turn of a year", () => {
  expect(["2026-12", "2026-01"].map((month) => [monthAfter(month, -1), monthAfter(month, 1)])).toEqual([
    ["2026-11", "2027-01"],
    ["2025-12", "2026-02"],
  ]);
  expect(monthWords("2026-11")).toBe("November 2026");
});

test("a share says so when it is below zero, and is a dash without revenue", () => {
  expect([0.6249, -2.75, 0, null].map(percentWords)).toEqual(["62 %", "−275 %", "0 %", "–"]);
});

test("what is assumed and what customers paid stands beside the cost", () => {
  expect(costNote(margin, "platform")).toBeNull();
  expect(costNote({ ...margin, uncosted: 1, costMicros: 1_550_000 }, "platform")).toBe(
    "$0.05 assumed for 1 call",
  );
  expect(costNote({ ...margin, costMicros: 0 }, "own_key")).toBe("customers paid $1.50");
  expect(expectedNote(margin)).toBe("spent 50 % of it");
  expect(expectedNote({ ...margin, expectedMicros: null })).toBeNull();
});

test("the report's address says what it shows, and nothing that goes without saying", () => {
  expect(marginPath()).toBe("/operations/margin");
  expect(marginPath({ month: "2026-11", payer: "platform", creditUsd: 0.03 })).toBe(
    "/operations/margin?month=2026-11&credit=0.03",
  );
  expect(marginPath({ payer: "own_key" })).toBe("/operations/margin?payer=own_key");
  expect(marginFilePath({ month: "2026-11" })).toBe("/api/operations/margin?month=2026-11");
});
