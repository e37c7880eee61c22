import { expect, it } from "vitest";
import { currentPriceList } from "./price-list";

it("prices ChatGPT at two credits, Claude and Gemini at four, what DataForSEO sees at one, and an AI Overview at two, or one without an overview", () => {
  for (const row of [
    { engineId: "chatgpt", surface: "api", credits: 2, noAnswerShownCredits: 2 },
    { engineId: "chatgpt_web", surface: "capture", credits: 1, noAnswerShownCredits: 1 },
    { engineId: "claude", surface: "api", credits: 4, noAnswerShownCredits: 4 },
    { engineId: "gemini", surface: "api", credits: 4, noAnswerShownCredits: 4 },
    { engineId: "grok", surface: "api", credits: 7, noAnswerShownCredits: 7 },
    { engineId: "openai_compatible", surface: "api", credits: 1, noAnswerShownCredits: 1 },
    { engineId: "perplexity", surface: "api", credits: 1, noAnswerShownCredits: 1 },
    { engineId: "google_ai_mode", surface: "serp", credits: 1, noAnswerShownCredits: 1 },
    { engineId: "google_ai_overviews", surface: "serp", credits: 2, noAnswerShownCredits: 1 },
  ]) {
    expect(currentPriceList()).toContainEqual(row);
  }
});
