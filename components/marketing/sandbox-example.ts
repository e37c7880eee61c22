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
          value: 0.3631,
          panel: [0.2415, 0.5052],
          market: [0.2029, 0.5608],
        },
        {
          week: "26 Oct–1 Nov",
          hits: 39,
          answers: 82,
          value: 0.4742,
          panel: [0.3816, 0.5686],
          market: [0.2949, 0.6604],
        },
        {
          week: "2–8 Nov",
          hits: 38,
          answers: 84,
          value: 0.4524,
          panel: [0.3048, 0.6088],
          market: [0.2952, 0.6196],
        },
        {
          week: "9–15 Nov",
          hits: 46,
          answers: 84,
          value: 0.5476,
          panel: [0.3803, 0.7048],
          market: [0.3632, 0.7199],
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
          value: 0.5308,
          panel: [0.3754, 0.6803],
          market: [0.3339, 0.7185],
        },
        {
          week: "26 Oct–1 Nov",
          hits: 31,
          answers: 79,
          value: 0.3798,
          panel: [0.2888, 0.48],
          market: [0.2291, 0.5578],
        },
        {
          week: "2–8 Nov",
          hits: 31,
          answers: 79,
          value: 0.3988,
          panel: [0.257, 0.56],
          market: [0.2434, 0.5777],
        },
        {
          week: "9–15 Nov",
          hits: 34,
          answers: 80,
          value: 0.4274,
          panel: [0.3279, 0.5331],
          market: [0.2892, 0.5779],
        },
      ],
    },
  ],
} as const;
