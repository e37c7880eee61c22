import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jaccard } from "./jaccard";

describe("jaccard", () => {
  it("is the part of all entries that both have", () => {
    expect(jaccard(["a", "b", "c"], ["b", "c", "d", "e"])).toBe(2 / 5);
    expect(jaccard(["a", "a", "b"], ["b", "a"])).toBe(1);
    expect(jaccard(["a"], ["b"])).toBe(0);
    expect(jaccard([], ["b"])).toBe(0);
  });

  it("says nothing of two empty sets", () => {
    expect(jaccard([], [])).toBeNull();
  });

  it("doesn't depend on which comes first, or on the order within", () => {
    const names = fc.array(fc.constantFrom(..."abcdefg"), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(jaccard(a, b)).toBe(jaccard(b, [...a].reverse()));
      }),
      { numRuns: 200 },
    );
  });
});
