import { describe, expect, it } from "vitest";
import { type ChangeSetting, simulateChange } from "./simulate-change";

const week: ChangeSetting = {
  rate: 0.3,
  rho: 0.385,
  k: 50,
  m: 7,
  days: 7,
  dayShock: 0,
  push: 0,
  draws: 2000,
  seed: 20260105,
};
/** 5.5 % and three standard errors of 2,000 draws. */
const FALSE_ALARMS = 0.07;

describe("what the change test claims, 2,000 times on a made-up market", () => {
  it("calls no more than its 5 % where nothing changed, with shocks between days or without", () => {
    for (const dayShock of [0, 0.3, 0.6]) {
      expect(simulateChange({ ...week, dayShock }).shipped).toBeLessThan(FALSE_ALARMS);
    }
  });

  it("a paired test that looks at prompts alone, the control, calls 14 to 35 % under strong shocks", () => {
    const { promptOnly } = simulateChange({ ...week, dayShock: 0.6 });
    expect(promptOnly).toBeGreaterThan(0.14);
    expect(promptOnly).toBeLessThan(0.35);
  });

  it("finds a change more often than intervals that don't overlap, the control, and most of the large ones", () => {
    const { shipped, disjoint, effect } = simulateChange({ ...week, push: 0.6 });
    expect(effect).toBeGreaterThan(0.06);
    expect(shipped).toBeGreaterThan(disjoint + 0.1);
    expect(simulateChange({ ...week, push: 1 }).shipped).toBeGreaterThan(0.9);
  });

  it("calls nothing from a single answer a prompt", () => {
    expect(simulateChange({ ...week, m: 1, days: 1, push: 1, draws: 100 }).shipped).toBe(0);
  });

  it("the same seed gives the same numbers", () => {
    expect(simulateChange({ ...week, draws: 50 })).toEqual(simulateChange({ ...week, draws: 50 }));
  });
});
