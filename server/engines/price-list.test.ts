import { expect, it } from "vitest";
import { currentPriceList } from "./price-list";

it("prices ChatGPT at two credits, Claude and Gemini at four, what DataForSEO sees at one, and an AI Overview at two, or one without an overview", () => {
  for (const row of [
    { engineId: "chatgpt", surface: "api", credits: 2, noAnswerShownCredits: 2, estimateMicros: 50_000 },
    {
      engineId: "chatgpt_web",
      surface: "capture",
      credits: 1,
      noAnswerShownCredits: 1,
      estimateMicros: 4_000,
    },
    { engineId: "claude", surface: "api", credits: 4, noAnswerShownCredits: 4, estimateMicros: 70_000 },
    { engineId: "gemini", surface: "api", credits: 4, noAnswerShownCredits: 4, estimateMicros: 110_000 },
    { engineId: "grok", surface: "api", credits: 7, noAnswerShownCredits: 7, estimateMicros: 135_000 },
    {
      engineId: "openai_compatible",
      surface: "api",
      credits: 1,
      noAnswerShownCredits: 1,
      estimateMicros: 10_000,
    },
    { engineId: "perplexity", surface: "api", credits: 1, noAnswerShownCredits: 1, estimateMicros: 25_000 },
    {
      engineId: "google_ai_mode",
      surface: "serp",
      credits: 1,
      noAnswerShownCredits: 1,
      estimateMicros: 4_000,
    },
    {
      engineId: "google_ai_overviews",
      surface: "serp",
      credits: 2,
      noAnswerShownCredits: 1,
      estimateMicros: 4_000,
    },
  ]) {
    expect(currentPriceList()).toContainEqual(row);
  }
});
