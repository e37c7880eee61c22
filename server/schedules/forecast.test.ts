import { describe, expect, it } from "vitest";
import { runsDryAt } from "./forecast";

const day = (number: number) => new Date(Date.UTC(2026, 0, number));
const daily = (credits: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ at: day(index + 1), credits }));
const forEver = (remainder: number) => ({ remainder, expiresAt: null });

describe("credits run dry", () => {
  it("at the first run that can't be paid in full", () => {
    expect(runsDryAt([forEver(100)], daily(30, 10))).toEqual(day(4));
  });
  it("never when every run is paid to the last credit", () => {
    expect(runsDryAt([forEver(100)], daily(10, 10))).toBeNull();
    expect(runsDryAt([forEver(99)], daily(10, 10))).toEqual(day(10));
  });
  it("earlier when a part of them expires unspent", () => {
    const lots = [{ remainder: 50, expiresAt: day(3) }, forEver(50)];
    // Days 1 and 2 take 20 of the first lot; its other 30 are gone on day 3.
    expect(runsDryAt(lots, daily(10, 10))).toEqual(day(8));
    expect(runsDryAt([forEver(100)], daily(10, 10))).toBeNull();
  });
  it("by what expires first, so that nothing is lost that could have been spent", () => {
    const lots = [{ remainder: 20, expiresAt: day(3) }, forEver(50)];
    expect(runsDryAt(lots, daily(10, 7))).toBeNull();
  });
  it("at once for who owes as much as they have", () => {
    expect(runsDryAt([{ remainder: -50, expiresAt: day(1) }, forEver(50)], daily(1, 1))).toEqual(day(1));
  });
  it("never without a run, or with runs that cost nothing", () => {
    expect(runsDryAt([], [])).toBeNull();
    expect(runsDryAt([], daily(0, 3))).toBeNull();
  });
});
