import { describe, expect, it } from "vitest";
import { engines } from "../registry";
import { sandboxMarket } from "./market";
import { presenceOf } from "./presence-model";
import { answerLanguages } from "./prompt-language";
import type { SandboxAnswer } from "./sandbox-answer";
import { seededAnswers } from "./seeded-answers";

const source = seededAnswers(42);
const brands = [sandboxMarket.ownBrand, ...sandboxMarket.rivals];
const unbranded = sandboxMarket.prompts.filter(({ intent }) => intent !== "branded").map(({ text }) => text);

function answersOf(engineId: string, prompts: readonly string[] = unbranded, repeats = 20): SandboxAnswer[] {
  return prompts
    .flatMap((prompt) => Array.from({ length: repeats }, (_, ordinal) => ({ prompt, ordinal })))
    .flatMap((at) => source.answer({ engineId, day: 5, ...at }) ?? [])
    .filter(({ outcome }) => outcome === "answered");
}

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const wordsOf = ({ text }: SandboxAnswer) => text.split(/\s+/).length;
const citationsOf = ({ cited }: SandboxAnswer) => cited.length;

/** Share of an engine's citations that go to a host. */
function hostShare(engineId: string, hosts: readonly string[]): number {
  const cited = answersOf(engineId).flatMap((answer) => answer.cited.map(({ url }) => hostOf(url)));
  return cited.filter((host) => hosts.includes(host)).length / cited.length;
}

describe.each([...engines.map(({ id }) => id), "an_engine_of_tomorrow"])("%s", (engineId) => {
  it("answers in every language, from pages and brands that can't exist", () => {
    for (const language of answerLanguages) {
      const prompts = {
        en: "which desk is best?",
        de: "welcher Tisch ist gut?",
        fr: "quel bureau choisir ?",
      };
      const others = { es: "¿qué mesa es mejor?", ja: "おすすめの机は？" };
      const answers = answersOf(engineId, [{ ...prompts, ...others }[language]]);
      expect(answers.length).toBeGreaterThan(3);
      for (const { cited, retrieved } of answers) {
        for (const { url } of [...cited, ...retrieved]) expect(hostOf(url)).toMatch(/\.example$/);
      }
    }
  });

  it("names some brand more or less often after four weeks", () => {
    const prompt = unbranded[0] ?? "";
    const moved = brands.map((brand) => {
      // Over seeds, so that the shock of a single day doesn't count as drift.
      const level = (day: number) =>
        mean(Array.from({ length: 60 }, (_, seed) => presenceOf(brand, { seed, engineId, prompt, day })));
      return Math.abs(level(27) - level(0));
    });
    expect(Math.max(...moved)).toBeGreaterThan(0.03);
  });
});

describe("an engine's manner", () => {
  it("shows in the pages that it leans on: posts for Grok, videos and the encyclopedia for Gemini, tests for Perplexity", () => {
    const posts = ["chirp.example", "boards.example"];
    expect(hostShare("grok", posts)).toBeGreaterThan(0.35);
    expect(hostShare("gemini", posts)).toBe(0);
    const viewed = ["clips.example", "openwiki.example"];
    expect(hostShare("gemini", viewed)).toBeGreaterThan(0.2);
    expect(hostShare("grok", viewed)).toBe(0);
    const tests = ["deskreview.example", "workspacelab.example"];
    expect(hostShare("perplexity", tests)).toBeGreaterThan(hostShare("grok", tests) + 0.1);
  });

  it("shows in how much it writes and how densely it cites", () => {
    const length = (engineId: string) => mean(answersOf(engineId).map(wordsOf));
    expect(length("grok")).toBeLessThan(length("claude") - 40);
    const density = (engineId: string) =>
      mean(answersOf(engineId).map((answer) => (100 * citationsOf(answer)) / wordsOf(answer)));
    expect(density("perplexity")).toBeGreaterThan(1.5 * density("claude"));
  });

  it("shows in the odds of a brand", () => {
    const named = (engineId: string, name: string) =>
      mean(answersOf(engineId).map(({ text }) => (text.includes(name) ? 1 : 0)));
    expect(named("claude", "Trestle & Pine") - named("google_ai_mode", "Trestle & Pine")).toBeGreaterThan(
      0.08,
    );
    expect(named("gemini", "Halvorn") - named("grok", "Halvorn")).toBeGreaterThan(0.08);
  });

  it("shows in the shapes of its answers: tables for Gemini, cards of products on ChatGPT's website", () => {
    const share = (engineId: string, shape: RegExp) =>
      mean(answersOf(engineId).map(({ text }) => (shape.test(text) ? 1 : 0)));
    const table = /^\| --- /m;
    const card = /^\$\d+ · ★ \d\.\d \(\d+\)$/m;
    expect(share("gemini", table)).toBeGreaterThan(0.3);
    expect(share("grok", table)).toBe(0);
    expect(share("chatgpt_web", card)).toBeGreaterThan(0.2);
    expect(share("chatgpt", card)).toBe(0);
  });

  it("shows in how it links: numbers, hosts or not at all", () => {
    const linked = (engineId: string) =>
      answersOf(engineId)
        .map(({ text }) => text)
        .join("\n");
    expect(linked("grok")).toMatch(/ \[\[1\]\]\(https:/);
    expect(linked("chatgpt_web")).toMatch(/ \(\[[a-z.]+\.example\]\(https:[^)]*utm_source=chatgpt\.com\)\)/);
    expect(linked("claude")).not.toContain("](http");
  });

  it("keeps some pages for itself that it doesn't cite, and cites nothing that it didn't search for", () => {
    for (const engineId of ["claude", "grok", "chatgpt_web"]) {
      for (const { searched, cited, retrieved } of answersOf(engineId)) {
        if (searched) expect(retrieved.length).toBeGreaterThan(cited.length);
        else expect([...cited, ...retrieved]).toEqual([]);
      }
    }
  });
});
