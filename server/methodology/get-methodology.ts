import { EXTRACTOR_VERSION } from "@/server/extraction";
import { ANSWER_STATES, AnswerState, METHOD_CHANGES, METHOD_VERSION, METRICS } from "@/server/metrics";
import type { Methodology } from "./contract";
import { CHANGE, HONESTY, INTERVALS, READING, SAMPLING, SOURCES, STATES } from "./method-text";

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
    reading: READING,
    honesty: HONESTY,
    sources: SOURCES,
  };
}
