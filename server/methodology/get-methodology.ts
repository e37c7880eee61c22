import { EXTRACTOR_VERSION } from "@/server/extraction";
import {
  ANSWER_STATES,
  AnswerState,
  METHOD_CHANGES,
  METHOD_VERSION,
  METRICS,
  planWeek,
} from "@/server/metrics";
import type { Methodology } from "./contract";
import { CHANGE, HONESTY, INTERVALS, READING, SAMPLING, SOURCES, STATES } from "./method-text";

/** The plans that the page shows: a presence of 30 %, where intervals are near their widest. */
const PLANNED_RATE = 0.3;
const PLANS = [25, 50, 100, 200].flatMap((prompts) => [1, 7, 28].map((answers) => ({ prompts, answers })));

/** The whole method as it is published. What is computed comes from the code that computes it: the registry and its constants. */
export function getMethodology(): Methodology {
  return {
    schema: "v1",
    method: METHOD_VERSION,
    extractor: EXTRACTOR_VERSION,
    changes: [...METHOD_CHANGES],
    sampling: SAMPLING,
    answerStates: AnswerState.options.map((state) => ({
      state,
      says: STATES[state],
      ...ANSWER_STATES[state],
    })),
    metrics: METRICS.map(({ compute: _, ...facts }) => facts),
    intervals: INTERVALS,
    change: CHANGE,
    plans: PLANS.flatMap(({ prompts, answers }) => {
      const plan = planWeek({ prompts, answers, rate: PLANNED_RATE });
      if (plan === null) return [];
      const { market, panel, detectable } = plan;
      return [{ prompts, answers, rate: PLANNED_RATE, market, panel, detectable }];
    }),
    reading: READING,
    honesty: HONESTY,
    sources: SOURCES,
  };
}
