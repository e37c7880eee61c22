interface Entry {
  readonly title: string;
  readonly text: string;
}

export const STEPS: readonly Entry[] = [
  {
    title: "Ask, word for word",
    text: "A frozen panel of prompts goes to ChatGPT and Google AI Mode as a person would type it: no system prompt, no hint of who is asking, and again on every day of the window. What is measured stays comparable, because an edited panel is a new version.",
  },
  {
    title: "Keep the answer, then read it",
    text: "The raw body is stored before anything reads it. A versioned, deterministic extractor finds the brands in the prose and the sources behind it, with the exact spans, so that each count can be traced to a sentence.",
  },
  {
    title: "Report what can be known",
    text: "Presence, share of voice, citation rate and a dozen more, each with two 95 % intervals, on a published method. Engines and surfaces stay apart; streaks count the weeks in which you held your target.",
  },
];

export const SCREEN_NOTES: readonly Entry[] = [
  {
    title: "Every number says where it is from",
    text: "Point at one and it opens: formula, denominator, prompts, answers, both intervals, models served, versions of the extractor and of the brand set.",
  },
  {
    title: "Every count leads to its sentences",
    text: "Behind a share stand answers, word for word, with each brand marked where it is named, each source with what it was used for, and the raw body with its hash.",
  },
  {
    title: "Every run has its price first",
    text: "You see what a run costs before you start it, watch it ask by ask, cancel it when you like, and take every table away as CSV.",
  },
];

export const REFUSALS: readonly Entry[] = [
  {
    title: "A percentage from a handful of answers",
    text: "Below the sample-size threshold you see counts and a bound: 3 of 12 answers, 4 prompts, at most 54 %.",
  },
  {
    title: "One score for everything",
    text: "There is no composite index whose weights somebody chose. Every metric names its denominator.",
  },
  {
    title: "Two surfaces blended into one",
    text: "An answer from an API is not what a person saw in the app. Each is its own series, and says which it is.",
  },
  {
    title: "A bill for what did not come back",
    text: "A run reserves its price before its first question. Answers settle it; failures, and whatever is left, are released.",
  },
];
