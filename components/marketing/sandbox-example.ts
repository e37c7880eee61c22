/**
 * Presence of the made-up brand Halvorn as `npm run demo` measured it against the sandbox: 12 prompts that don't name the
 * brand, 7 repeats, four weeks. An example from the sandbox, to be shown as one: no engine was asked.
 */
export const SANDBOX_EXAMPLE = {
  brand: "Halvorn",
  prompts: 12,
  engines: [
    {
      name: "ChatGPT",
      surface: "api",
      weeks: [
        {
          week: "19–25 Oct",
          hits: 30,
          answers: 80,
          value: 0.363,
          panel: [0.263, 0.477],
          market: [0.212, 0.547],
        },
        {
          week: "26 Oct–1 Nov",
          hits: 39,
          answers: 82,
          value: 0.474,
          panel: [0.382, 0.569],
          market: [0.295, 0.66],
        },
        {
          week: "2–8 Nov",
          hits: 38,
          answers: 84,
          value: 0.452,
          panel: [0.332, 0.579],
          market: [0.339, 0.571],
        },
        {
          week: "9–15 Nov",
          hits: 46,
          answers: 84,
          value: 0.548,
          panel: [0.412, 0.677],
          market: [0.401, 0.687],
        },
      ],
    },
    {
      name: "Google AI Mode",
      surface: "serp",
      weeks: [
        {
          week: "19–25 Oct",
          hits: 40,
          answers: 77,
          value: 0.531,
          panel: [0.405, 0.653],
          market: [0.352, 0.702],
        },
        {
          week: "26 Oct–1 Nov",
          hits: 31,
          answers: 79,
          value: 0.38,
          panel: [0.289, 0.48],
          market: [0.229, 0.558],
        },
        {
          week: "2–8 Nov",
          hits: 31,
          answers: 79,
          value: 0.399,
          panel: [0.282, 0.529],
          market: [0.27, 0.544],
        },
        {
          week: "9–15 Nov",
          hits: 34,
          answers: 80,
          value: 0.427,
          panel: [0.328, 0.533],
          market: [0.289, 0.578],
        },
      ],
    },
  ],
} as const;
