import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";

test("keys are sorted by code unit at every depth, without white space", () => {
  const value = { b: [{ z: 1, a: null }], a: "x", "\u20ac": 1, "\ud83d\ude00": 2, "\ufb33": 3 };
  expect(canonicalJson(value)).toBe(
    '{"a":"x","b":[{"a":null,"z":1}],"\u20ac":1,"\ud83d\ude00":2,"\ufb33":3}',
  );
});

test("numbers and text are written as RFC 8785 has them", () => {
  const numbers = [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27, -0];
  expect(canonicalJson({ numbers, text: '€$\u000f\nA\'B"\\"/' })).toBe(
    '{"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27,0],"text":"€$\\u000f\\nA\'B\\"\\\\\\"/"}',
  );
});
