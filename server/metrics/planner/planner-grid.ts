/** The settings that the planner's table holds; between them it is interpolated. */
export const PLANNER_GRID = {
  prompts: [10, 15, 25, 40, 70, 120, 200],
  /** Answers a prompt in a week: one a day up to seven, then whole weeks of them. */
  answers: [1, 2, 3, 4, 5, 6, 7, 14, 21, 28],
  rate: [0.05, 0.1, 0.2, 0.3, 0.5],
} as const;
