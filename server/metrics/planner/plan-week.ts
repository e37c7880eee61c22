import { evidenceFor } from "../evidence";
import { PLANNER_GRID } from "./planner-grid";
import { PLANNER_TABLE } from "./planner-table.gen";
import type { PlanPrecision, WeekPlan } from "./simulate-plan";

/**
 * What a week of this plan says, from the generated table: linear between its settings, in log K, log m and V. Null where too
 * few prompts or answers allow more than counts. Above V = 50 % it is that of 100 % − V, with a fall in place of a rise;
 * plans beyond the grid get its nearest setting.
 */
export function planWeek({ prompts, answers, rate }: WeekPlan): PlanPrecision | null {
  if (prompts < PLANNER_GRID.prompts[0] || evidenceFor(prompts, prompts * answers) === "counts") return null;
  const axes = [
    placeOn(PLANNER_GRID.rate, Math.min(rate, 1 - rate), (value) => value),
    placeOn(PLANNER_GRID.prompts, prompts, Math.log),
    placeOn(PLANNER_GRID.answers, answers, Math.log),
  ] as const;
  const [market, panel, detectable, restless] = [0, 1, 2, 3].map((field) => between(axes, field));
  if (market == null) throw new Error("the planner's table has no such setting");
  return {
    market,
    panel: panel ?? null,
    detectable: detectable ?? null,
    // Days that differ never make a change easier to find: where the draws say so, that is their noise.
    detectableOnRestlessDays: restless == null ? null : Math.max(restless, detectable ?? 0),
  };
}

/** The fewest prompts with which a change of `effect` is found four times in five, at that many answers; null: more than the table has. */
export function promptsFor(effect: number, { answers, rate }: Omit<WeekPlan, "prompts">): number | null {
  const [least, most] = [PLANNER_GRID.prompts[0], PLANNER_GRID.prompts.at(-1) ?? 0];
  for (let prompts = least; prompts <= most; prompts++) {
    const found = planWeek({ prompts, answers, rate })?.detectable;
    if (found != null && found <= effect) return prompts;
  }
  return null;
}

/** The two neighbours of a value on an axis, and how far it is from the first to the second. */
interface Place {
  readonly low: number;
  readonly high: number;
  readonly part: number;
}

function placeOn(axis: readonly number[], value: number, scale: (value: number) => number): Place {
  const last = axis.length - 1;
  const within = Math.min(Math.max(value, axis[0] ?? value), axis[last] ?? value);
  const high = Math.max(
    1,
    axis.findIndex((each) => each >= within),
  );
  const [from = 0, to = 0] = [axis[high - 1], axis[high]];
  return { low: high - 1, high, part: (scale(within) - scale(from)) / (scale(to) - scale(from)) };
}

/** A field at a place: the mean of the eight settings around it, the nearer ones weighing more; null next to one without it. */
function between([rate, prompts, answers]: readonly [Place, Place, Place], field: number): number | null {
  let sum = 0;
  for (const v of corners(rate)) {
    for (const k of corners(prompts)) {
      for (const m of corners(answers)) {
        const weight = v.weight * k.weight * m.weight;
        if (weight === 0) continue;
        const value = PLANNER_TABLE[v.index]?.[k.index]?.[m.index]?.[field];
        if (value == null) return null;
        sum += weight * Math.log(value);
      }
    }
  }
  return Math.exp(sum);
}

function corners({ low, high, part }: Place): readonly { index: number; weight: number }[] {
  return [
    { index: low, weight: 1 - part },
    { index: high, weight: part },
  ];
}
