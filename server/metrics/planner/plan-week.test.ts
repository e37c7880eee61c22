import { describe, expect, it } from "vitest";
import { METHOD_VERSION } from "../registry";
import { drawMarket } from "../simulation/draw-window";
import { seededRandom } from "../statistics/seeded-random";
import { planWeek, promptsFor } from "./plan-week";
import { PLANNER_GRID } from "./planner-grid";
import { PLANNER_METHOD, PLANNER_TABLE } from "./planner-table.gen";
import { PLANNER_RHO, RESTLESS_DAYS, simulatePlan, simulatePower } from "./simulate-plan";

/** Settings that aren't on the grid, with another seed than the table's. */
const OFF_GRID = [
  { rate: 0.08, prompts: 60, answers: 7 },
  { rate: 0.12, prompts: 30, answers: 7 },
  { rate: 0.15, prompts: 90, answers: 3 },
  { rate: 0.18, prompts: 50, answers: 14 },
  { rate: 0.25, prompts: 20, answers: 21 },
  { rate: 0.25, prompts: 150, answers: 5 },
  { rate: 0.35, prompts: 32, answers: 7 },
  { rate: 0.4, prompts: 55, answers: 28 },
  { rate: 0.45, prompts: 100, answers: 7 },
  { rate: 0.42, prompts: 28, answers: 4 },
] as const;
const DRAWS = 1500;
const SEED = 77;

describe("the planner's table", () => {
  it("was simulated with the published method, and has every setting of its grid", () => {
    expect(PLANNER_METHOD).toBe(METHOD_VERSION);
    expect(PLANNER_TABLE).toHaveLength(PLANNER_GRID.rate.length);
    for (const ofRate of PLANNER_TABLE) {
      expect(ofRate).toHaveLength(PLANNER_GRID.prompts.length);
      for (const ofPrompts of ofRate) expect(ofPrompts).toHaveLength(PLANNER_GRID.answers.length);
    }
  });

  it("says the truth between its settings: half-widths within 10 %, and 80 ± 3 % power for the change that it calls detectable", () => {
    for (const plan of OFF_GRID) {
      const said = planWeek(plan);
      const market = drawMarket({ rate: plan.rate, rho: PLANNER_RHO }, seededRandom(SEED + 1));
      const setting = { ...plan, draws: DRAWS, seed: SEED };
      const found = simulatePlan({ ...setting, draws: 500 }, market);
      const what = JSON.stringify(plan);
      if (said?.panel == null || said.detectable === null || found.panel === null) throw new Error(what);
      expect(Math.abs(said.market / found.market - 1), what).toBeLessThan(0.1);
      expect(Math.abs(said.panel / found.panel - 1), what).toBeLessThan(0.1);
      expect(Math.abs(simulatePower(setting, market, said.detectable, 0) - 0.8), what).toBeLessThan(
        0.03 + NOISE,
      );
      if (said.detectableOnRestlessDays === null) continue;
      const restless = simulatePower(setting, market, said.detectableOnRestlessDays, RESTLESS_DAYS);
      expect(Math.abs(restless - 0.8), what).toBeLessThan(0.03 + NOISE);
      // The control: two thirds of that change are found far less often.
      expect(simulatePower(setting, market, said.detectable * 0.66, 0), what).toBeLessThan(0.65);
    }
  });
});

/** Two standard errors of a power of 80 % over so many draws. */
const NOISE = 2 * Math.sqrt((0.8 * 0.2) / DRAWS);

describe("a plan", () => {
  it("of one answer a prompt has no panel interval and can't tell a change", () => {
    expect(planWeek({ prompts: 60, answers: 1, rate: 0.3 })).toMatchObject({
      panel: null,
      detectable: null,
      detectableOnRestlessDays: null,
    });
  });

  it("of too few prompts or answers says nothing but counts", () => {
    expect(planWeek({ prompts: 9, answers: 28, rate: 0.3 })).toBeNull();
    expect(planWeek({ prompts: 12, answers: 3, rate: 0.3 })).toBeNull();
    expect(planWeek({ prompts: 12, answers: 7, rate: 0.3 })).not.toBeNull();
  });

  it("gets sharper levels from prompts and hardly any from repeats, and sharper changes from both", () => {
    const at = (prompts: number, answers: number) => {
      const plan = planWeek({ prompts, answers, rate: 0.3 });
      if (plan?.detectable == null) throw new Error("within the grid");
      return { market: plan.market, detectable: plan.detectable };
    };
    const [base, repeats, prompts] = [at(25, 7), at(25, 28), at(100, 7)];
    expect(repeats.market / base.market).toBeGreaterThan(0.85);
    expect(prompts.market / base.market).toBeLessThan(0.55);
    expect(repeats.detectable / base.detectable).toBeLessThan(0.75);
    expect(prompts.detectable / base.detectable).toBeLessThan(0.75);
  });

  it("is the same above 50 % as below, and of the grid's nearest setting beyond it", () => {
    expect(planWeek({ prompts: 40, answers: 7, rate: 0.8 })?.market).toBeCloseTo(
      planWeek({ prompts: 40, answers: 7, rate: 0.2 })?.market ?? Number.NaN,
      12,
    );
    expect(planWeek({ prompts: 900, answers: 7, rate: 0.3 })).toEqual(
      planWeek({ prompts: 200, answers: 7, rate: 0.3 }),
    );
  });

  it("needs as many prompts as it says for a change, and no fewer", () => {
    const wanted = { answers: 7, rate: 0.3 };
    const prompts = promptsFor(0.05, wanted);
    if (prompts === null) throw new Error("within the grid");
    expect(planWeek({ prompts, ...wanted })?.detectable).toBeLessThanOrEqual(0.05);
    expect(planWeek({ prompts: prompts - 1, ...wanted })?.detectable).toBeGreaterThan(0.05);
    expect(promptsFor(0.001, wanted)).toBeNull();
  });
});
