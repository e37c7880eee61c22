import { describe, expect, it } from "vitest";
import { seededRandom } from "../statistics/seeded-random";
import { drawMarket } from "./draw-window";
import { type Coverage, type CoverageSetting, simulateCoverage } from "./simulate-coverage";

const SEED = 20260105;
const week = { rate: 0.3, rho: 0.385, k: 50, m: 7, days: 7, dayShock: 0, draws: 2000, seed: SEED };
const SHOCKS = [0, 0.3, 0.6];
/** Three standard errors of 2,000 draws at 95 %. */
const NOISE = 0.0146;

const market = drawMarket(week, seededRandom(SEED + 1));
const simulate = (rest: Partial<CoverageSetting> = {}): Coverage =>
  simulateCoverage({ ...week, ...rest }, market);

describe("what the intervals claim, 2,000 times on a made-up market", () => {
  it("the panel interval holds the panel's rate in 94 to 96 % of weeks, with shocks that all prompts of a day share or without", () => {
    for (const dayShock of SHOCKS) {
      for (const k of [25, 50, 100]) {
        const { panel } = simulate({ k, dayShock });
        expect(panel).toBeGreaterThan(0.94 - NOISE);
        expect(panel).toBeLessThan(0.96 + NOISE);
      }
    }
  });

  it("without the variance between days, the control, it holds it in less than 80 % under strong shocks", () => {
    expect(simulate({ dayShock: 0.6 }).panelWithoutDays).toBeLessThan(0.8);
    expect(simulate().panelWithoutDays).toBeGreaterThan(0.94 - NOISE);
  });

  it("the market interval holds the market rate in at least 94 % of weeks from 25 prompts on, shocks or not", () => {
    for (const dayShock of SHOCKS) {
      for (const k of [25, 50, 100]) {
        expect(simulate({ k, dayShock }).market).toBeGreaterThan(0.94 - NOISE);
      }
    }
  });

  it("pooled Wilson, the control, holds the market rate in less than 80 %, and in less than half at 28 repeats", () => {
    expect(simulate().pooled).toBeLessThan(0.8);
    expect(simulate({ m: 28 }).pooled).toBeLessThan(0.5);
  });

  it("the market interval still holds at a rate of 5 %, where one hit says little", () => {
    const rare = { ...week, rate: 0.05 };
    for (const k of [10, 25, 50]) {
      expect(simulateCoverage({ ...rare, k }).market).toBeGreaterThanOrEqual(0.94);
    }
  });

  it("a shock can't be seen in a single day: asked all at once the panel interval is about that day alone", () => {
    expect(simulate({ days: 1, dayShock: 0.6 }).panel).toBeLessThan(0.5);
  });

  it("the same seed gives the same numbers", () => {
    expect(simulate({ draws: 50 })).toEqual(simulate({ draws: 50 }));
  });
});
