import { describe, expect, it } from "vitest";
import { detectableEffect } from "./detectable-effect";

describe("detectableEffect", () => {
  // R 4.2.2: qt(.975, df) + qt(.8, df); and the exact effect by the noncentral t:
  // uniroot(function(d) 1 - pt(qt(.975, df), df, d) + pt(-qt(.975, df), df, d) - .8, c(.1, 60))$root
  it.each([
    [2, 5.36331290152928, 5.65348926619228],
    [6, 3.3526151363255, 3.36689489708454],
    [12, 3.05142212125537, 3.05265746704102],
    [24, 2.92075401970368, 2.92013335774769],
    [199, 2.81538774418905, 2.81519256642781],
  ])(
    "of one standard error with %d degrees of freedom is %d, close to the exact %d",
    (df, expected, exact) => {
      expect(detectableEffect(1, df)).toBeCloseTo(expected, 7);
      expect(detectableEffect(0.02, df)).toBeCloseTo(0.02 * expected, 8);
      expect(Math.abs(detectableEffect(1, df) / exact - 1)).toBeLessThan(df < 6 ? 0.06 : 0.005);
    },
  );
});
