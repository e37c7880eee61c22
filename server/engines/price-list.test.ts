import { expect, it } from "vitest";
import { currentPriceList } from "./price-list";

it("prices two credits for ChatGPT and one for Google AI Mode, with or without an answer on the page", () => {
  expect(currentPriceList()).toEqual([
    { engineId: "chatgpt", surface: "api", credits: 2, noAnswerShownCredits: 2 },
    { engineId: "google_ai_mode", surface: "serp", credits: 1, noAnswerShownCredits: 1 },
  ]);
});
