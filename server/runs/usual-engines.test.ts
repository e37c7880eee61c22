import { describe, expect, test } from "vitest";
import { engines } from "@/server/engines";
import type { EngineOption } from "./contract";
import { usualEngines } from "./usual-engines";

/** The registry's engines as options; those that are named have no key. */
const optionsWithout = (...keyless: readonly string[]): EngineOption[] =>
  engines.map(({ id, label, surface, price }) => ({
    engineId: id,
    label,
    surface,
    credits: price.credits,
    noAnswerShownCredits: price.credits,
    problem: keyless.includes(id) ? "no key" : null,
    resting: null,
  }));

describe("the engines that a run asks unless somebody chooses otherwise", () => {
  test("are those of the newest run, in the order of the list", () => {
    expect(usualEngines(optionsWithout(), ["grok", "chatgpt"])).toEqual(["chatgpt", "grok"]);
  });

  test("leave out what can't be asked any more or has left the registry", () => {
    expect(usualEngines(optionsWithout("grok"), ["grok", "chatgpt", "askjeeves"])).toEqual(["chatgpt"]);
  });

  test("are for a first run the cheapest two of an API that shows its citations, never all of them", () => {
    expect(usualEngines(optionsWithout(), [])).toEqual(["chatgpt", "perplexity"]);
    expect(usualEngines(optionsWithout("perplexity"), [])).toEqual(["chatgpt", "gemini"]);
    expect(usualEngines(optionsWithout("chatgpt"), ["chatgpt"])).toEqual(["gemini", "perplexity"]);
  });

  test("are whatever there is where no such API has a key, and nothing where nothing has", () => {
    const apis = engines.filter(({ surface }) => surface === "api").map(({ id }) => id);
    expect(usualEngines(optionsWithout(...apis), [])).toEqual(["chatgpt_web", "google_ai_mode"]);
    expect(usualEngines(optionsWithout(...engines.map(({ id }) => id)), ["chatgpt"])).toEqual([]);
  });
});
