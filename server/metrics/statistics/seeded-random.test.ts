import { describe, expect, it } from "vitest";
import { seededRandom, seedFrom, xoshiro128 } from "./seeded-random";

describe("seededRandom", () => {
  // The authors' C file (prng.di.unimi.it/xoshiro128starstar.c) transcribed to Python integers, state 1, 2, 3, 4.
  it("is xoshiro128**: ten numbers of the reference sequence", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, next)).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it("spreads the seed as the same transcription does", () => {
    const random = seededRandom(42);
    expect(Array.from({ length: 4 }, () => random() * 2 ** 32)).toEqual([
      2837322924, 544945897, 479756282, 3500138142,
    ]);
  });

  it("is uniform: 100,000 draws in 10 bins stay within the 99.9 % limit of chi-squared (27.9, 9 df)", () => {
    const random = seededRandom(7);
    const bins = new Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    const chiSquared = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chiSquared).toBeLessThan(27.9);
  });

  // Published FNV-1a test vectors (RFC 9923).
  it.each([
    ["", 0x811c9dc5],
    ["a", 0xe40c292c],
    ["foobar", 0xbf9cf968],
  ])("seeds from the words %j as FNV-1a does", (text, expected) => {
    expect(seedFrom(text)).toBe(expected);
  });
});
