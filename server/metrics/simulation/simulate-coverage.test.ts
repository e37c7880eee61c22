import { describe, expect, it } from "vitest";
import { type CoverageSetting, simulateCoverage } from "./simulate-coverage";

const market: CoverageSetting = {
  rate: 0.3,
  rho: 0.385,
  k: 50,
  m: 7,
  schedule: "daily",
  dayShock: 0,
  draws: 2000,
  seed: 20260105,
};

describe("what the intervals claim, 2,000 times on a made-up market", () => {
  const daily = simulateCoverage(market);

  it("the market interval holds the market rate in at least 94 % of weeks", () => {
    expect(daily.market).toBeGreaterThanOrEqual(0.94);
  });

  it("the panel interval holds the panel's rate in 93.5 to 96.5 % of weeks, asked daily or all at once", () => {
    const atOnce = simulateCoverage({ ...market, schedule: "at once" });
    for (const { panel } of [daily, atOnce]) {
      expect(panel).toBeGreaterThanOrEqual(0.935);
      expect(panel).toBeLessThanOrEqual(0.965);
    }
  });

  it("pooled Wilson, the control, holds the market rate in less than 80 %", () => {
    expect(daily.pooled).toBeLessThan(0.8);
  });

  it("the market interval still holds at a rate of 5 %, where one hit says little", () => {
    for (const k of [10, 25, 50]) {
      expect(simulateCoverage({ ...market, rate: 0.05, k }).market).toBeGreaterThanOrEqual(0.94);
    }
  });

  it("under shocks that all prompts of a day share, the variance between days keeps the panel interval above 91 % (below 90 % without it)", () => {
    const shocked = { ...market, dayShock: 0.3 };
    expect(simulateCoverage(shocked).panel).toBeGreaterThan(0.91);
    expect(simulateCoverage({ ...shocked, schedule: "at once" }).panel).toBeLessThan(0.9);
  });

  it("the same seed gives the same numbers", () => {
    expect(simulateCoverage({ ...market, draws: 50 })).toEqual(simulateCoverage({ ...market, draws: 50 }));
  });
});
